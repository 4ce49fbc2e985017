import { defineDataCheck } from '../data.ts';
import { OWN_FILES } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-storage-write',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody touches the files of another, or uploads without a login',
    fail: 'Files can be written or read by those whose they are not',
  },
  why: 'Whoever replaces a picture or an invoice speaks in the seller’s name; whoever uploads without a login uses your domain for what they like, and you pay for it.',
  references: ['OWASP API1:2023', 'ASVS 5.0 5.3.1', 'CWE-639', 'Supabase: Storage Access Control'],
  weigh: ({ subject }) => (subject.endsWith(': upload') ? 'high' : undefined),
  steps: [
    'Write the policies on `storage.objects` for {it} one for each of select, insert, update and delete, each `to authenticated` and each naming the owner.',
    'Let people upload only below a folder with their own id.',
    'Set the size and the types that the bucket takes.',
  ],
  remedy: OWN_FILES,
  expect: 'be refused, and leave the file as it was',
});
