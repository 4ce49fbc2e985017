import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-type-confusion',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: {
    pass: 'Each kind of token works for its own purpose only',
    fail: 'A token of another kind is taken as an access token',
  },
  why: 'Refresh tokens live for weeks, reset tokens stand in mails. When the API takes them, the short life of access tokens is worth nothing.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.2.2', 'CWE-287'],
  requires: 'an account',
  steps: [
    'Write the kind into each token (`typ` or a claim) and demand it: `at+jwt` at the API, another one at refresh.',
    'Better: make refresh and reset tokens random values that stand in the database.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
