import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'method-bypass',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Guards hold for every HTTP method', fail: 'A guard is passed by with another HTTP method' },
  why: 'The guard looks at GET or POST, the handler answers every method: the same action with PUT, HEAD or a method-override header goes through.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.3.1', 'ASVS 5.0 4.1.4', 'CWE-650'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'Put the guard of {it} on the router or the path, for all methods, not on one method.',
    'Register handlers for the methods that they serve (`app.post`, not `app.all`), and answer 405 to others.',
    'Do not honour X-HTTP-Method-Override.',
  ],
  remedy: ROLE,
  expect: 'answer 401, 403 or 405, and nothing may change',
});
