import { defineObservedCheck } from '../observed-check.ts';

export default defineObservedCheck({
  probe: 'graphql-object',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hours',
  title: {
    pass: 'GraphQL shows each caller only what is theirs',
    fail: 'GraphQL gives out private data of another account',
  },
  why: 'GraphQL has one address for everything, so guards on routes do not help: each type that leads to a person must ask who is looking.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639'],
  requires: 'two tenants',
  steps: [
    'Put the check where the type is loaded (its resolver or data loader), so that every way to it is guarded.',
    'Take fields such as e-mail and phone out of types that are public.',
    'Guard `node(id:)` and nested fields alike.',
  ],
  expect: 'answer null or an error for the other account’s data',
});
