import { defineObservedCheck } from '../observed-check.ts';
import { LOGIN } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'anonymous-access',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'What needs a login refuses visitors', fail: 'A visitor without a login reaches what needs one' },
  why: 'Search engines, scanners and bored teenagers call every address they can find. What answers them is public, whatever the page in front of it says.',
  references: ['OWASP API2:2023', 'OWASP API5:2023', 'ASVS 5.0 8.2.1', 'ASVS 5.0 8.3.1', 'CWE-306'],
  requires: 'an account',
  steps: [
    'Put {it} behind the login check on the server; a check in the browser guards nothing.',
    'Turn the rule round: closed unless listed as public, in one place in front of all routes.',
    'Check that “no user” is refused and not skipped: `if (user && user.id !== order.userId)` lets visitors in.',
  ],
  remedy: LOGIN,
  expect: 'answer 401 or 403 (or a redirect to the login) without any data',
});
