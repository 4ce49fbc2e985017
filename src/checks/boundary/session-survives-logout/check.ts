import { defineObservedCheck } from '../observed-check.ts';
import { SESSIONS } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'session-survives-logout',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Logging out ends the session on the server', fail: 'A session goes on after logging out' },
  why: 'Whoever copied the cookie or token, on a shared computer or by malware, stays in after the owner has left.',
  references: ['ASVS 5.0 7.4.1', 'CWE-613'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'At log-out, delete the session (and the refresh token) in the store, and not only the cookie in the browser.',
    'Access tokens without a session: keep them below 15 minutes.',
  ],
  remedy: SESSIONS,
  expect: 'answer 401 with a session that was logged out',
});
