import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-lifetime',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Access tokens are short-lived and hold nothing private',
    fail: 'Access tokens live too long, or hold private data',
  },
  why: 'An access token cannot be taken back, and everybody who holds it can read what is in it.',
  references: ['OWASP API2:2023', 'ASVS 5.0 7.3.2', 'ASVS 5.0 14.2.1', 'CWE-613'],
  steps: [
    'Let access tokens end after 15 minutes, and renew them with a refresh token that can be taken back.',
    'Keep names, e-mail addresses and the like out of the payload: id, kind and times are enough.',
  ],
  remedy: TOKEN,
  expect: 'bring a token with a life of minutes',
});
