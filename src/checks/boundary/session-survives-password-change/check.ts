import { defineObservedCheck } from '../observed-check.ts';
import { SESSIONS } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'session-survives-password-change',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'A new password ends all other sessions',
    fail: 'Other sessions go on after the password was changed',
  },
  why: 'People change a password because somebody else is in. That somebody must be out then.',
  references: ['ASVS 5.0 7.4.3', 'CWE-613'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'When a password is changed or reset, delete all sessions and refresh tokens of the account but the present one.',
    'Tell the owner by mail.',
  ],
  remedy: SESSIONS,
  expect: 'answer 401 with a session from before the change',
});
