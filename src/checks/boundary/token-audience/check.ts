import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-audience',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Only tokens made for this app are let in', fail: 'Tokens made for something else are let in' },
  why: 'A token of staging, of a newsletter tool or of another tenant’s app, signed with the same key, opens accounts here.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.2.3', 'ASVS 5.0 9.2.4', 'ASVS 5.0 9.1.3', 'CWE-287'],
  requires: 'an account',
  steps: [
    'Write issuer and audience into tokens, and demand both when verifying.',
    'Give each environment its own key.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
