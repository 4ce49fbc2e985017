import { defineObservedCheck } from '../observed-check.ts';
import { OWNER_WRITE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'object-delete',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Nobody deletes what belongs to somebody else',
    fail: 'What belongs to another account can be deleted',
  },
  why: 'One logged-in user can empty other people’s shops, drafts or sessions, id by id, and a backup is the only way back.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-639'],
  requires: 'two tenants',
  steps: [
    'In {it}, delete where the id and the owner from the session both match, in one statement.',
    'Treat “no row deleted” as 404.',
  ],
  remedy: OWNER_WRITE,
  expect: 'answer 404 (or 401, 403), and the object must still be there for its owner',
});
