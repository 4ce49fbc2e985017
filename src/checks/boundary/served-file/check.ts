import { defineObservedCheck } from '../observed-check.ts';
import { STATIC } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'served-file',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'minutes',
  title: { pass: 'No file is served that should not be', fail: 'A file is served that should never leave the server' },
  why: 'Scanners ask every new site for `.env`, `.git` and backups within the first hour. What they get are your keys, your code or your customers.',
  references: ['OWASP API8:2023', 'ASVS 5.0 13.4.1', 'ASVS 5.0 13.4.7', 'CWE-552', 'CWE-538'],
  weigh: ({ facts }) => (facts?.['harmless'] === true ? 'low' : undefined),
  steps: [
    'Serve static files out of a folder that holds nothing else (`public/`), with dot files refused.',
    'Change every secret in {it}, before anything else: take it as read by others.',
    'Look into the access log for who fetched it.',
  ],
  remedy: STATIC,
  expect: 'answer 404',
});
