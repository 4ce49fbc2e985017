import { defineObservedCheck } from '../observed-check.ts';

export default defineObservedCheck({
  probe: 'stream-leak',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hours',
  title: {
    pass: 'Live events reach only those whom they concern',
    fail: 'Live events of other accounts can be listened to',
  },
  why: 'Whoever keeps the stream open reads other people’s messages and orders as they happen, without a trace in any list.',
  references: ['OWASP API1:2023', 'ASVS 5.0 8.2.2', 'CWE-862'],
  requires: 'two tenants',
  steps: [
    'In {it}, choose the events by the user of the session when they are sent, not in the browser.',
    'Check the topic or channel at subscription, and again when access is taken away.',
  ],
  expect: 'carry no event of the other account',
});
