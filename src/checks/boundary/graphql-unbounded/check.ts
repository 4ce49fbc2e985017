import { defineObservedCheck } from '../observed-check.ts';
import { GRAPHQL } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'graphql-unbounded',
  bar: ['M6'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'GraphQL queries have a limit', fail: 'GraphQL queries may be as deep and as wide as one likes' },
  why: 'One small request asks for thousands of database queries. A handful of them takes the shop down.',
  references: ['OWASP API4:2023', 'ASVS 5.0 4.3.1', 'CWE-770', 'CWE-674'],
  steps: [
    'Limit depth, aliases, cost and batches of queries.',
    'Where only your own pages ask, allow only their queries (persisted queries).',
  ],
  remedy: GRAPHQL,
  expect: 'be refused with an error before it is worked off',
});
