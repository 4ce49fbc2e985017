import { defineObservedCheck } from '../observed-check.ts';
import { CORS } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cors-wildcard',
  bar: ['M1'],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'Private answers are not open to every site',
    fail: 'Private answers are open to scripts of every site',
  },
  why: 'With tokens in headers this harms little today. It becomes a leak on the day on which a cookie or an internal network lets somebody in.',
  references: ['OWASP API8:2023', 'ASVS 5.0 3.4.2', 'CWE-942'],
  shows: ['access-control-allow-origin'],
  steps: ['Send `*` on public answers only, and list your own origins for the rest.'],
  remedy: CORS,
  expect: 'come without access-control-allow-origin: *',
});
