import { defineDataCheck } from '../data.ts';
import { OWN_ROWS } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-open-write',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Without a login nobody adds, changes or deletes rows behind the page',
    fail: 'Rows can be written by everybody who opens the page',
  },
  why: 'Orders, prices and balances that anybody can write are worth nothing, and one request without a filter empties the table.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'CWE-862', 'Supabase: Row Level Security'],
  weigh: ({ subject }) => (subject.endsWith(': insert') ? 'high' : undefined),
  steps: [
    'Switch row-level security on for the table in {it}, with policies for insert, update and delete that name the owner (`auth.uid()`), each `to authenticated`.',
    'Where forms of visitors write (a contact form), let them insert only, into a table of its own, behind a captcha.',
    'Look for rows that nobody of yours has written.',
  ],
  remedy: OWN_ROWS,
  expect: 'answer 401 or change nothing',
});
