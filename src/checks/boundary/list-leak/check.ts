import { defineObservedCheck } from '../observed-check.ts';
import { OWNER } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'list-leak',
  bar: ['M1', 'M10', 'M13'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Lists, searches and exports hold only what the asker may see',
    fail: 'A list, search or export shows private data of other accounts',
  },
  why: 'A list gives everything away in one request: all orders with addresses, all drafts, all sessions, and nobody has to guess an id.',
  references: ['OWASP API1:2023', 'OWASP API3:2023', 'ASVS 5.0 8.2.2', 'CWE-639', 'CWE-200'],
  requires: 'two tenants',
  steps: [
    'In {it}, start the query from the session’s user or shop, and let filters only narrow it.',
    'Do not let a parameter (status, userId, shopId) widen what is seen: `status=draft` belongs to the owner’s list alone.',
    'Test exports and search with a second account, because they often have a query of their own.',
  ],
  remedy: OWNER,
  expect: 'list nothing of the other account',
});
