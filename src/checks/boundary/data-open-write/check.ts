import { defineDataCheck } from '../data.ts';
import { OWN_DOCUMENTS, OWN_ROWS } from '../remedies/data.ts';

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
  weigh: ({ subject }) => (/: (?:insert|create|upload)$/.test(subject) ? 'high' : undefined),
  steps: [
    'Switch row-level security on for the table {it}, with policies for insert, update and delete that name the owner (`auth.uid()`), each `to authenticated`.',
    'Where forms of visitors write (a contact form), let them insert only, into a table of its own, behind a captcha.',
    'Look for rows that nobody of yours has written.',
  ],
  remedy: OWN_ROWS,
  firebase: {
    steps: [
      'In the rules, allow writing to {it} only to whose it is: compare `request.auth.uid` with the owner in the document, on create and on update.',
      'Where forms of visitors write (a contact form), allow create alone, check the fields and their length, and switch App Check on.',
      'Look for documents that nobody of yours has written.',
    ],
    remedy: OWN_DOCUMENTS,
    expect: 'answer 403 (Firestore, Storage) or 401 (Realtime Database)',
  },
  expect: 'answer 401 or change nothing',
});
