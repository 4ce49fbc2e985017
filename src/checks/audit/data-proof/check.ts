import { defineTableCheck } from '../database/table-check.ts';

export default defineTableCheck({
  cause: 'data-proof',
  effort: 'hour',
  title: { pass: 'No account reaches the rows of another', fail: 'Rows of one account are reached by another' },
  why: 'This was done with your own policies: rows of account A came back to, or were changed by, somebody whose they are not.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639', 'Supabase: Row Level Security'],
  steps: [
    'Change the policies of {table} so that they name whose row it is.',
    'Where others must see a part (a name, a picture), give them a table or a view with `security_invoker` that holds only that part.',
  ],
});
