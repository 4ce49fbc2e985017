import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'role-function',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Each role can do what it is meant to, and no more', fail: 'A role can do what another role should' },
  why: 'When sellers can do what moderators should, they feature their own goods and hide bad reviews, and buyers stop trusting the marketplace.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'ASVS 5.0 8.3.1', 'CWE-862', 'CWE-863'],
  requires: 'two roles',
  steps: [
    'Name the roles that may use {it} on the server, next to the route.',
    'Start from nobody and add roles; a rule that lists who may not is out of date with the next role.',
  ],
  remedy: ROLE,
  expect: 'answer 403 (or 401, 404), and nothing may change',
});
