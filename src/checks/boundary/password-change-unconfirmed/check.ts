import { defineObservedCheck } from '../observed-check.ts';
import { CONFIRM } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'password-change-unconfirmed',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'A new password needs the present one', fail: 'The password can be changed without the present one' },
  why: 'Who finds an open browser, or holds a stolen token for a minute, owns the account for good.',
  references: ['ASVS 5.0 6.2.3', 'CWE-620'],
  requires: 'an account',
  steps: [
    'In {it}, demand the current password always, and verify it; a missing one is an error.',
    'Limit the tries, end other sessions, and tell the owner by mail.',
  ],
  remedy: CONFIRM,
  expect: 'answer 400 or 403, and the old password must still work',
});
