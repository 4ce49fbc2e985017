import { wronglySignedToken } from '../forge.ts';
import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-signature-unchecked',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'The signature of a token is verified', fail: 'The signature of tokens is not verified' },
  why: 'Decoding a token is not checking it. Whoever changes the user id in it, and signs with any key or none, is that user.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.1.1', 'CWE-347'],
  requires: 'an account',
  replay: { forge: wronglySignedToken },
  steps: [
    'Use the verifying function of your library (`jwtVerify`, `jwt.verify`), and never `decode`, to let somebody in.',
    'Do it in one place that every route goes through.',
  ],
  remedy: TOKEN,
  expect: 'answer 401',
});
