import { defineObservedCheck } from '../observed-check.ts';
import { RATE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'search-unlimited',
  bar: ['M6'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Costly searches are limited', fail: 'The search has no limit' },
  why: 'Each search scans the catalogue. One script keeps the database busy, and the shop is down for everybody.',
  references: ['OWASP API4:2023', 'ASVS 5.0 2.4.1', 'CWE-770'],
  replay: { times: 100 },
  steps: [
    'Limit {it} by address (60 a minute), and cache what visitors ask most.',
    'Give the query a time limit in the database.',
  ],
  remedy: RATE,
  expect: 'answer 429 before the last of these requests',
});
