import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'token-role-claim',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'The role is looked up, not read from the token', fail: 'The role that a token claims is believed' },
  why: 'Then whoever gets hold of the key, or keeps an old token, chooses the role, and taking a role away does nothing.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.3.1', 'ASVS 5.0 8.3.2', 'CWE-863'],
  requires: 'an account',
  steps: [
    'Take only the user’s id from the token, and read the role from the database.',
    'If that is too slow, cache it for seconds and drop it when the role changes.',
  ],
  remedy: ROLE,
  expect: 'answer 403',
});
