import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'stale-role',
  bar: ['M1', 'M11'],
  severity: 'high',
  effort: 'hours',
  title: {
    pass: 'Taking a role or an account away works at once',
    fail: 'A demoted or suspended account keeps its power',
  },
  why: 'When you throw somebody out, they must be out now, not when their token ends. That is the hour in which damage is done.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.3.2', 'ASVS 5.0 7.4.2', 'CWE-863', 'CWE-613'],
  requires: 'two roles',
  attack: 'last',
  steps: [
    'Read role and state of the account from the database (or a short cache) for each request, not from the token.',
    'End the sessions and refresh tokens of an account when its role or state changes, and ask for its state at login and refresh too.',
    'Keep access tokens below 15 minutes.',
  ],
  remedy: ROLE,
  expect: 'answer 401 or 403 for the account that was demoted or suspended',
});
