import { defineDataCheck } from '../data.ts';

export default defineDataCheck({
  probe: 'data-function',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'Edge functions give nothing private without a login',
    fail: 'An edge function gives private data without a login',
  },
  why: 'Edge functions run with keys that pass by every policy. The public key of the page counts as a token, so `verify_jwt` alone keeps nobody out.',
  references: ['OWASP API5:2023', 'ASVS 5.0 8.2.1', 'CWE-306', 'Supabase: Securing Edge Functions'],
  steps: [
    'In the {it}, read the account from the token (`auth.getUser(token)`) in the first lines and answer 401 when there is none, 403 when it may not.',
    'Leave `verify_jwt` on for all functions that no webhook calls.',
  ],

  expect: 'answer 401 or 403',
});
