import { defineObservedCheck } from '../observed-check.ts';
import { ROLE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'admin-function',
  bar: ['M1', 'M11'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Admin functions refuse everybody but admins', fail: 'A normal account can use an admin function' },
  why: 'Admin functions give roles, move money and list users. One that answers a customer hands over the whole marketplace.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'ASVS 5.0 8.3.1', 'ASVS 5.0 8.4.2', 'CWE-862'],
  requires: 'two roles',
  steps: [
    'Guard the whole admin router, not {it} alone: by the role that the database holds today, for every method.',
    'Do not rely on a host name, a hidden link or a client-side menu.',
    'Keep admin sign-in apart: a second factor, and a session of its own.',
  ],
  remedy: ROLE,
  expect: 'answer 403 (or 401, 404), and nothing may change',
});
