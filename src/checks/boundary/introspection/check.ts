import { defineObservedCheck } from '../observed-check.ts';
import { GRAPHQL } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'introspection',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'GraphQL does not explain itself to strangers', fail: 'GraphQL tells its whole schema to anybody' },
  why: 'It is the map of everything that can be asked, admin fields included. It opens nothing by itself, and saves an attacker a day.',
  references: ['OWASP API8:2023', 'ASVS 5.0 4.3.2', 'CWE-200'],
  steps: ['Switch introspection off in production, and the playground with it.'],
  remedy: GRAPHQL,
  expect: 'answer with an error instead of the schema',
});
