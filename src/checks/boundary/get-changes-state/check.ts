import { defineObservedCheck } from '../observed-check.ts';
import { SAME_SITE } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'get-changes-state',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Links change nothing', fail: 'A link changes something when it is opened' },
  why: 'Mail scanners, previews and prefetching browsers open links. So does a logged-in user whom somebody sends one, and no CSRF token stands in the way.',
  references: ['ASVS 5.0 3.5.3', 'CWE-352', 'RFC 9110 9.2.1'],
  requires: 'an account',
  steps: ['Make {it} a POST with the CSRF check of the others.', 'Links in mails lead to a page with a button.'],
  remedy: SAME_SITE,
  expect: 'change nothing',
});
