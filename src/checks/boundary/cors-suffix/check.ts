import { defineObservedCheck } from '../observed-check.ts';
import { CORS } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cors-suffix',
  bar: ['M1'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'Origins are compared as a whole', fail: 'Sites whose name only resembles yours may read answers' },
  why: 'Somebody registers a name that ends, or begins, like yours; its page reads your users’ data in their browsers.',
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
