import { defineDataCheck } from '../data.ts';
import { OWN_FILES } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-storage-read',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Visitors do not list private files',
    fail: 'Private files can be listed by everybody who opens the page',
  },
  why: 'A list of names is all that is missing to fetch invoices, papers and pictures of customers one by one.',
  references: ['OWASP API1:2023', 'ASVS 5.0 5.3.1', 'CWE-639', 'Supabase: Storage Access Control'],
  steps: [
    'Write the policies on `storage.objects` for {it} so that they name the owner: `owner_id = auth.uid()::text`, or the first folder.',
    'Make the bucket private where it holds anything of one person, and give out signed addresses that end soon.',
  ],
  remedy: OWN_FILES,
  expect: 'give an empty list',
});
