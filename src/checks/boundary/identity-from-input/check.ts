import { defineObservedCheck } from '../observed-check.ts';
import { FIELDS_IN } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'identity-from-input',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Who acts is taken from the login, not from the request',
    fail: 'The request may say in whose name it acts',
  },
  why: 'A user id or shop id in a body, query or header is something that anybody can type. Whoever types another one acts, or reads, as that person.',
  references: ['OWASP API1:2023', 'OWASP API3:2023', 'ASVS 5.0 8.2.2', 'ASVS 5.0 8.3.1', 'CWE-639'],
  attack: 'last write',
  requires: 'two tenants',
  steps: [
    'In {it}, take the user and the shop from the session, and take `userId`, `sellerId`, `shopId`, `senderId` out of what the request may hold.',
    'Where an admin really acts for somebody, make that a route of its own below /admin.',
  ],
  remedy: FIELDS_IN,
  expect: 'be refused, or act for the account that is logged in',
});
