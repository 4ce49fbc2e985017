import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-key-header',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'A token cannot name its own key', fail: 'A token may name the key that verifies it' },
  why: 'When the app follows `jwk`, `jku` or `kid` of a token wherever it leads, an attacker brings the key along with the forgery.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.1.3', 'CWE-347', 'RFC 8725 3.10'],
  requires: 'an account',
  steps: [
    'Take keys from your own configuration or one fixed JWKS address; ignore `jwk`, `jku` and `x5u` of the token.',
    'Look `kid` up in a fixed list; never build a path or a query from it.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
