import { defineObservedCheck } from '../observed-check.ts';
import { STATIC } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'hidden-route',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'No forgotten route is open',
    fail: 'A route that nothing links to is open, and shows what it should not',
  },
  why: 'A route for tests or support that was shipped with the rest is found by guessing, in the bundle or in robots.txt. Not being linked is no lock.',
  references: ['OWASP API5:2023', 'OWASP API9:2023', 'ASVS 5.0 13.4.5', 'CWE-425'],
  weigh: ({ facts }) => (facts?.['secret'] === true || facts?.['private'] === true ? 'blocker' : undefined),
  steps: [
    'Take {it} out of what is deployed: register it in development only.',
    'If it is needed, put it behind the admin guard and off the public host.',
  ],
  remedy: STATIC,
  expect: 'answer 404 (or 401, 403)',
});
