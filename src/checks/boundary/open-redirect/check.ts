import { defineObservedCheck } from '../observed-check.ts';
import { REDIRECT } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'open-redirect',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Redirects stay on the site', fail: 'A link to the site can lead anywhere' },
  why: 'The victim sees your name in the link, logs in at the real site and lands on a copy that asks for the password again.',
  references: ['ASVS 5.0 3.7.2', 'CWE-601'],
  shows: ['location'],
  steps: [
    'In {it}, parse the target with `new URL(next, ownOrigin)` and use it only when its origin is yours.',
    'Comparing beginnings is not enough: `//evil.test` and `/\\evil.test` begin with a slash too.',
  ],
  remedy: REDIRECT,
  expect: 'redirect to an address of your own',
});
