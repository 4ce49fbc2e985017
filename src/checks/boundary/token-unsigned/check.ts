import { unsignedToken } from '../forge.ts';
import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-unsigned',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'Unsigned tokens are refused', fail: 'Tokens without a signature are let in' },
  why: 'A token whose header says “no signature” is written by hand in a minute, with anybody’s user id in it. It opens every account.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.1.2', 'CWE-347', 'RFC 8725 3.1'],
  requires: 'an account',
  replay: { forge: unsignedToken },
  steps: [
    'Name the one allowed algorithm where tokens are verified (`algorithms: ["HS256"]`); never take it from the token.',
    'Take out any special way in for tests.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
