import { defineObservedCheck } from '../observed-check.ts';
import { FIELDS_OUT } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'excessive-data',
  bar: ['M10'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Answers hold no more than the reader needs',
    fail: 'Answers hold data that the reader has no need of',
  },
  why: 'The page shows a name, the answer behind it holds the whole row: e-mail, phone, sometimes the password hash. Anybody can read it in the browser’s tools.',
  references: ['OWASP API3:2023', 'ASVS 5.0 15.3.1', 'ASVS 5.0 14.2.6', 'CWE-213', 'CWE-200'],
  requires: 'an account',
  weigh: ({ facts }) => (facts?.['secret'] === true ? 'blocker' : undefined),
  steps: [
    'In {it}, choose the fields that leave one by one, instead of sending the row.',
    'Never select password hashes, tokens and second-factor secrets outside the login code.',
    'If a hash or token was sent: reset it for everybody concerned.',
  ],
  remedy: FIELDS_OUT,
  expect: 'answer without these fields',
});
