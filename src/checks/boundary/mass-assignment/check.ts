import { defineObservedCheck } from '../observed-check.ts';
import { FIELDS_IN } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'mass-assignment',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Only the fields that a user may set are taken',
    fail: 'A request can set fields that only the app should set',
  },
  why: 'Whoever adds `"role":"admin"` or `"featured":true` to an ordinary request gets it, because everything in the body is written to the database.',
  references: ['OWASP API3:2023', 'ASVS 5.0 8.2.3', 'ASVS 5.0 15.3.3', 'CWE-915'],
  requires: 'an account',
  steps: [
    'In {it}, take the allowed fields one by one from the body (a schema that refuses what it does not name), never `...body`.',
    'Do it for create and for update: they usually have two lists.',
    'Look at what was set before: query for accounts whose role or verified flag nobody gave.',
  ],
  remedy: FIELDS_IN,
  expect: 'be refused, or leave the field as it was when read again',
});
