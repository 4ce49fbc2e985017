import { defineObservedCheck } from '../observed-check.ts';
import { LOGIN } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'header-spoof',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'No header of the caller opens a door',
    fail: 'A made-up header lets the caller in, or makes them somebody else',
  },
  why: 'Headers such as X-User-Id or X-Original-URL are meant for a gateway in front. Without it, or beside it, anybody can send them and be anybody.',
  references: ['OWASP API2:2023', 'OWASP API5:2023', 'ASVS 5.0 4.1.3', 'ASVS 5.0 15.3.4', 'CWE-290', 'CWE-807'],
  attack: 'last',
  steps: [
    'Find where {it} reads the header that the request below carries, and take the identity from the session or a verified token.',
    'If a gateway really sets it: take it off every request that comes from outside, and let the app be reached through the gateway only.',
    'Bring Next.js up to date: old versions let x-middleware-subrequest skip the middleware (CVE-2025-29927).',
  ],
  remedy: LOGIN,
  expect: 'answer as it does without that header',
});
