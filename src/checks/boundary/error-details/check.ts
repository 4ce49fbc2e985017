import { defineObservedCheck } from '../observed-check.ts';
import { ERRORS } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'error-details',
  bar: [],
  severity: 'medium',
  effort: 'hour',
  title: { pass: 'Errors tell strangers nothing', fail: 'Errors show the inside of the app' },
  why: 'A stack trace or an SQL error tells an attacker what the app is made of, and sometimes shows data or keys.',
  references: ['OWASP API8:2023', 'ASVS 5.0 16.5.1', 'CWE-209'],
  steps: [
    'Give the app one error handler that logs the details and answers with a short text and an id.',
    'Set NODE_ENV=production where it is deployed.',
  ],
  remedy: ERRORS,
  expect: 'answer without stack, path or query',
});
