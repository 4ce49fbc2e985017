import { defineObservedCheck } from '../observed-check.ts';
import { STATE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'object-action',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody acts on what belongs to somebody else',
    fail: 'An action can be taken on what belongs to another account',
  },
  why: 'Cancelling, shipping, refunding or publishing something of somebody else moves money or goods in another person’s name.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'ASVS 5.0 8.3.1', 'CWE-639', 'CWE-862'],
  requires: 'two tenants',
  steps: [
    'In {it}, load the object together with its owner from the session, and only then act.',
    'Name the state that the action starts from in the same statement, so that it cannot run twice.',
    'Look at the other actions of the same object (cancel, ship, refund, approve): one forgotten check is enough.',
  ],
  remedy: STATE,
  expect: 'answer 404 (or 401, 403, 409), and the owner must still read the old state',
});
