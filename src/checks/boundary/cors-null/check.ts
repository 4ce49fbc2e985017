import { defineObservedCheck } from '../observed-check.ts';
import { CORS } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cors-null',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'The origin “null” is not trusted', fail: 'The origin “null” may read answers' },
  why: 'A page of any site, in a sandboxed frame, has the origin null. Allowing it allows everybody.',
  references: ['OWASP API8:2023', 'ASVS 5.0 3.4.2', 'CWE-942'],
  shows: ['access-control-allow-origin', 'access-control-allow-credentials', 'vary'],
  weigh: ({ facts }) => (facts?.['bearerOnly'] === true ? 'low' : undefined),
  steps: [
    'List your own origins whole (scheme, host, port) and compare with `===`; send no CORS header to others.',
    'Take `null`, endings, beginnings and regular expressions out of the comparison.',
    'If no other site of yours calls the API, switch CORS off.',
  ],
  remedy: CORS,
  expect: 'come without access-control-allow-origin for that origin',
});
