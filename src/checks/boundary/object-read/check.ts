import { defineObservedCheck } from '../observed-check.ts';
import { OWNER } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'object-read',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody reads what belongs to somebody else by its id',
    fail: 'Private data of another account can be read by its id',
  },
  why: 'Ids travel in links, mails and lists, so whoever changes one in a request reads what somebody else bought, wrote or earned. It is the most common way in which young marketplaces lose customer data.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'ASVS 5.0 8.4.1', 'CWE-639'],
  requires: 'two tenants',
  weigh: ({ facts }) => (facts?.['unguessable'] === true ? 'low' : undefined),
  steps: [
    'In {it}, put the owner into the database query itself: the id from the request and the user or shop from the session.',
    'Answer 404 for what belongs to others, the same as for what does not exist.',
    'Look through the neighbours of this route (messages, invoice, export of the same object): they are usually written alike.',
  ],
  remedy: OWNER,
  expect: 'answer 404 (or 401, 403) and hold nothing of the owner',
});
