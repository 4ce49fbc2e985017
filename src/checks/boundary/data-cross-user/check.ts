import { defineDataCheck } from '../data.ts';
import { OWN_DOCUMENTS, OWN_ROWS } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-cross-user',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'One account does not reach the rows of another',
    fail: 'Rows of one account can be reached by another',
  },
  why: 'Everybody may sign up, so what any account reaches everybody reaches: the messages, orders and earnings of all the others.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639', 'Supabase: Row Level Security'],
  steps: [
    'In the policy of the table {it}, compare the owner’s column with `auth.uid()`. A policy `to authenticated using (true)` lets every account in.',
    'For update give the condition twice: `using` (whose row it was) and `with check` (whose it becomes).',
    'Look at the neighbours of this table: their policies are usually written alike.',
  ],
  remedy: OWN_ROWS,
  firebase: {
    steps: [
      'In the rules of {it}, compare the owner in the document with `request.auth.uid`. `if request.auth != null` lets every account in.',
      'On update ask twice: whose it was (`resource.data`) and whose it becomes (`request.resource.data`).',
      'Look at the neighbours: a `match /{document=**}` above them opens what theirs close.',
    ],
    remedy: OWN_DOCUMENTS,
  },
  expect: 'give nothing of the owner and change nothing',
});
