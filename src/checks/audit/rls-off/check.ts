import { defineTableCheck } from '../database/table-check.ts';

export default defineTableCheck({
  cause: 'rls-off',
  effort: 'hour',
  title: {
    pass: 'Row-level security is on for what clients reach',
    fail: 'A table that clients reach has no row-level security',
  },
  why: 'The public key is in the page, so a table without row-level security is a download, and its rows can be rewritten by anybody.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-862', 'Supabase: Row Level Security'],
  steps: [
    'Switch row-level security on for {table} and name whose row it is, for each verb.',
    'Run the migration, and look for rows that nobody of yours has written.',
  ],
});
