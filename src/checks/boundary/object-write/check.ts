import { defineObservedCheck } from '../observed-check.ts';
import { OWNER_WRITE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'object-write',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody changes what belongs to somebody else',
    fail: 'What belongs to another account can be changed',
  },
  why: 'Another seller can change prices, texts or payout details of a shop that is not theirs, and the owner learns of it from a customer.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'ASVS 5.0 8.4.1', 'CWE-639'],
  requires: 'two tenants',
  steps: [
    'In {it}, check the owner in the same statement that writes, not after it and not in the page that leads there.',
    'Treat “no row changed” as 404.',
    'Do the same for PUT, PATCH and bulk routes of the same object.',
  ],
  remedy: OWNER_WRITE,
  expect: 'answer 404 (or 401, 403), and the owner must still read the old value',
});
