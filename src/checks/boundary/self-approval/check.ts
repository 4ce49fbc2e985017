import { defineObservedCheck } from '../observed-check.ts';
import { STATE } from '../remedies/access.ts';

export default defineObservedCheck({
  probe: 'self-approval',
  bar: ['M1'],
  severity: 'high',
  effort: 'hours',
  title: {
    pass: 'Nobody approves what is their own',
    fail: 'Somebody can approve, confirm or review what is their own',
  },
  why: 'When the one who asks also says yes, refunds, payouts and five-star reviews are free.',
  references: ['OWASP API6:2023', 'ASVS 5.0 2.3.1', 'ASVS 5.0 2.3.5', 'CWE-841', 'CWE-285'],
  requires: 'an account',
  steps: [
    'In {it}, refuse when the one who decides is the one who asked, or gains from it.',
    'Compare the people behind the accounts: the seller of a shop is also the user who buys.',
  ],
  remedy: STATE,
  expect: 'answer 403 (or 409), and nothing may be approved',
});
