import { defineObservedCheck } from '../observed-check.ts';
import { NO_STORE } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cached-private-answer',
  bar: ['M13', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody gets an answer that was kept for somebody else',
    fail: 'An answer kept for one user was given to another',
  },
  why: 'It happened in this run: one user’s private data came out of a cache for somebody else. In production it happens with every visitor.',
  references: ['OWASP API1:2023', 'OWASP API8:2023', 'ASVS 5.0 14.2.2', 'ASVS 5.0 14.2.5', 'CWE-524'],
  requires: 'an account',
  shows: ['cache-control', 'vary', 'age', 'x-cache', 'cf-cache-status'],
  attack: 'last',
  steps: [
    'Take {it} out of the cache now, and clear it.',
    'Where answers are kept in the app, put the user into the key; better, keep only public data.',
    'Send `Cache-Control: private, no-store` from all that depends on the login.',
  ],
  remedy: NO_STORE,
  expect: 'hold nothing of the other user',
});
