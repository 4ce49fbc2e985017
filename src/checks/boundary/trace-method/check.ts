import { defineObservedCheck } from '../observed-check.ts';

export default defineObservedCheck({
  probe: 'trace-method',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: { pass: 'TRACE is refused', fail: 'The server answers TRACE with what it was sent' },
  why: 'The method sends headers back as they came, cookies and internal ones included. Nothing in a shop needs it.',
  references: ['ASVS 5.0 13.4.4', 'RFC 9110 9.3.8'],
  steps: ['Refuse TRACE and TRACK in the proxy or the app (405).'],
  expect: 'answer 405',
});
