import { defineObservedCheck } from '../observed-check.ts';
import { RATE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'code-unlimited',
  bar: ['M1', 'M6'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Codes cannot be tried out', fail: 'Codes can be tried as often as one likes' },
  why: 'A code of six digits falls to a script in minutes when tries are not counted: a confirmed account, or a reset, in somebody else’s name.',
  references: ['OWASP API2:2023', 'ASVS 5.0 6.6.3', 'ASVS 5.0 6.5.1', 'CWE-307'],
  replay: { times: 30 },
  steps: [
    'Count the tries per code at {it}, and make the code void after five.',
    'Let codes end after ten minutes, and limit how often new ones are sent.',
  ],
  remedy: RATE,
  expect: 'refuse with 429, or void the code, before the last of these tries',
});
