import { defineObservedCheck } from '../observed-check.ts';
import { OWNER } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'nested-object',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'What lies below an object is guarded like the object',
    fail: 'What lies below another account’s object can be reached',
  },
  why: 'Messages, photos and items hang below orders and listings. When only one of the two ids is checked, the other opens somebody else’s conversation or shop.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639'],
  requires: 'two tenants',
  steps: [
    'In {it}, check both ends: the parent belongs to the caller, and the child belongs to that parent.',
    'Ask the database for both in one query.',
  ],
  remedy: OWNER,
  expect: 'answer 404 (or 401, 403), and the owner must see no change',
});
