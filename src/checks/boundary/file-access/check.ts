import { defineObservedCheck } from '../observed-check.ts';
import { FILES } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'file-access',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Private files open for their owners only',
    fail: 'A private file of another account can be downloaded',
  },
  why: 'Invoices and uploads hold names, addresses and identity papers, and their links are forwarded and logged.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639', 'CWE-552'],
  requires: 'two tenants',
  steps: [
    'Guard {it} like the object that it belongs to: look up the file with the owner from the session.',
    'If addresses are signed, sign path and expiry together, let them end within minutes, and refuse a missing signature.',
    'Keep private uploads out of any folder or bucket that is served as it is.',
  ],
  remedy: FILES,
  expect: 'answer 404 (or 401, 403) without the file',
});
