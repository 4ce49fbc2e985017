import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-confusion',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'A public key does not count as a secret', fail: 'The public key can be used to forge tokens' },
  why: 'When the algorithm is taken from the token, the public key, which anybody may fetch, is used as if it were the secret one.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.1.2', 'CWE-347', 'RFC 8725 3.1'],
  requires: 'an account',
  steps: [
    'Name the algorithm of your key (`RS256` or `ES256`) where tokens are verified, and refuse all others.',
    'Bring the JWT library up to date.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
