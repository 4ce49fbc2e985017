import { defineTableCheck } from '../database/table-check.ts';

export default defineTableCheck({
  cause: 'rls-service-policy-open',
  effort: 'minutes',
  title: {
    pass: 'Policies for the server let nobody else in',
    fail: 'A policy that is meant for the server lets everybody in',
  },
  why: 'A policy without `to service_role` holds for all roles whatever its name is, and service_role needs none: the policy’s only effect is to open the table.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'CWE-863', 'Supabase: Row Level Security'],
  steps: [
    'Drop the policy on {table}: service_role passes by row-level security without it.',
    'Add policies for what people themselves may do, as below.',
  ],
});
