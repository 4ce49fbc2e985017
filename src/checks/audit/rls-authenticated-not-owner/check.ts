import { defineTableCheck } from '../database/table-check.ts';

export default defineTableCheck({
  cause: 'rls-authenticated-not-owner',
  effort: 'hour',
  title: { pass: 'A login alone opens nobody else’s rows', fail: 'Any login opens the rows of all others' },
  why: 'Everybody may sign up, so a policy that asks only for a login lets a stranger with a new account in to the rows of all the others.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639', 'Supabase: Row Level Security'],
  steps: [
    'In the policies of {table}, compare the owner’s column with `auth.uid()`; for update in `using` and in `with check`.',
  ],
});
