import { defineObservedCheck } from '../observed-check.ts';
import { RATE } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'login-unlimited',
  bar: ['M6'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Wrong passwords are slowed down', fail: 'Passwords can be tried as often as one likes' },
  why: 'Lists of leaked passwords are tried against every new site. Without a limit some of your users’ accounts are open within hours.',
  references: ['OWASP API2:2023', 'OWASP API4:2023', 'ASVS 5.0 6.3.1', 'CWE-307'],
  replay: { times: 30 },
  steps: [
    'Limit failed tries at {it} by account and by address: 10 in 15 minutes, then 429 with Retry-After.',
    'Look at every way in (page, API, mobile, GraphQL), not just the page’s.',
    'Do not lock the account itself: that would let anybody lock anybody out.',
  ],
  remedy: RATE,
  expect: 'answer 429 before the last of these tries',
});
