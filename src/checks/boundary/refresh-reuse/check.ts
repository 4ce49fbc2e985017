import { defineObservedCheck } from '../observed-check.ts';
import { ONE_USE } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'refresh-reuse',
  bar: ['M1'],
  severity: 'high',
  effort: 'hours',
  title: { pass: 'A refresh token works once', fail: 'A refresh token works again and again' },
  why: 'A stolen refresh token gives fresh access for weeks, and nobody notices, because the owner’s own keeps working too.',
  references: ['ASVS 5.0 10.4.5', 'RFC 9700 4.14.2', 'CWE-613'],
  requires: 'an account',
  attack: 'last',
  steps: [
    'Give out a new refresh token at each use, and mark the old one as used.',
    'When a used one comes again, end the whole family: somebody has copied it.',
  ],
  remedy: ONE_USE,
  expect: 'answer 401 for a refresh token that was used',
});
