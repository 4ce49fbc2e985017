import { defineObservedCheck } from '../observed-check.ts';
import { TOKEN } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'token-weak-secret',
  bar: ['M1'],
  severity: 'blocker',
  effort: 'hour',
  title: { pass: 'The key that signs tokens is in no word list', fail: 'The key that signs tokens can be guessed' },
  why: 'Anybody can try millions of keys on a token of their own, off line, unseen. With the key they sign tokens for any account, admins too.',
  references: ['OWASP API2:2023', 'ASVS 5.0 9.1.1', 'CWE-1391', 'CWE-326'],
  requires: 'an account',
  steps: [
    'Make a new key: `openssl rand -base64 48`, and put it into the environment of each deployment, another one in each.',
    'Let the app refuse to start without it, so that no default is ever used.',
    'Everybody is logged out by the change; that is wanted.',
  ],
  remedy: TOKEN,
  expect: 'answer 401, because tokens of the old key no longer count',
});
