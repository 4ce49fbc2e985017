import { defineTableCheck } from '../database/table-check.ts';

export default defineTableCheck({
  cause: 'rls-always-true-write',
  effort: 'hour',
  title: { pass: 'No policy lets everybody write', fail: 'A policy lets everybody write' },
  why: 'Row-level security is on, but a policy whose condition is `true` is the same as none: prices, orders and balances are anybody’s to change.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-863', 'Supabase: Row Level Security'],
  steps: [
    'Replace the policy on {table} by policies that compare the owner with `auth.uid()`.',
    'What only your server writes needs no policy at all: service_role passes by them.',
  ],
});
