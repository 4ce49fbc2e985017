import { defineObservedCheck } from '../observed-check.ts';
import { FIELDS_OUT } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'personal-data-public',
  bar: ['M10'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Public answers hold no private contact data', fail: 'Private contact data of a person is public' },
  why: 'Private addresses, phones and e-mails of sellers on a public page are collected by spammers within days, and it is a data breach that has to be reported.',
  references: ['OWASP API3:2023', 'ASVS 5.0 8.2.3', 'ASVS 5.0 14.2.6', 'CWE-359'],
  steps: [
    'Take the field out of what {it} answers to visitors; give contact data to the parties of an order only.',
    'Where the law asks for a trader’s address on the shop, let the seller enter it as such.',
  ],
  remedy: FIELDS_OUT,
  expect: 'answer without private contact data',
});
