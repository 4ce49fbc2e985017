import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-expiry',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Tokens end when they say so', fail: 'Tokens never end, or work after their end' },
  why: 'A token that was once in a log, a browser or on a lost phone opens the account for ever.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.2.1', 'ASVS 5.0 7.3.2', 'CWE-613'],
  requires: 'an account',
  steps: [
    'Give every access token an end (`exp`, 15 minutes) and refuse tokens without one.',
    'Check `exp` and `nbf` with a few seconds of tolerance at most; do not switch it off (`ignoreExpiration`).',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
