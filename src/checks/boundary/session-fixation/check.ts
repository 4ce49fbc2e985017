import { defineObservedCheck } from '../observed-check.ts';
import { SESSIONS } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'session-fixation',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Logging in makes a new session', fail: 'Logging in keeps the session that the browser came with' },
  why: 'An attacker who plants a session cookie before the victim logs in is logged in with them afterwards.',
  references: ['ASVS 5.0 7.2.4', 'CWE-384'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'Make a new session id at every log-in and change of role (`req.session.regenerate`), and drop the old one.',
    'Never take a session id that the server did not make.',
  ],
  remedy: SESSIONS,
  expect: 'answer 401 with the id from before the log-in',
});
