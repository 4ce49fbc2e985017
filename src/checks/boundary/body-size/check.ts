import { defineObservedCheck } from '../observed-check.ts';
import { BODY } from '../remedies/limits.ts';

export default defineObservedCheck({
  probe: 'body-size',
  bar: ['M6'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Large bodies are refused early', fail: 'Bodies of any size are read' },
  why: 'A few large requests at once fill the memory, and the app restarts in the middle of everybody’s checkout.',
  references: ['OWASP API4:2023', 'CWE-770', 'CWE-400'],
  steps: [
    'Limit JSON bodies to 100 kB for the whole app, and raise it only on routes that take files.',
    'Let the proxy in front refuse large bodies too.',
  ],
  remedy: BODY,
  expect: 'answer 413',
});
