import { defineObservedCheck } from '../observed-check.ts';
import { NO_STORE } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cache-deception',
  bar: ['M13'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Private pages do not answer under the name of a file',
    fail: 'A private answer can be got into a cache under the name of a file',
  },
  why: 'Somebody makes a user open `/api/me/x.css`. The cache takes it for a style sheet, keeps it, and gives the profile to the attacker.',
  references: ['OWASP API8:2023', 'ASVS 5.0 14.2.5', 'CWE-524'],
  requires: 'an account',
  shows: ['cache-control', 'age', 'x-cache', 'cf-cache-status', 'content-type'],
  steps: [
    'Let {it} answer under its exact address only, and 404 for anything behind it.',
    'Let caches go by the answer’s Cache-Control, not by the ending of the address.',
  ],
  remedy: NO_STORE,
  expect: 'answer 404, or private data with no-store',
});
