import { defineObservedCheck } from '../observed-check.ts';
import { NO_STORE } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'cookie-on-cacheable',
  bar: ['M13'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'What may be kept sets no cookie', fail: 'An answer that caches may keep sets a session cookie' },
  why: 'A cache that keeps the answer hands the same session to everybody: visitors find themselves in one another’s cart or account.',
  references: ['OWASP API8:2023', 'ASVS 5.0 14.2.2', 'CWE-524'],
  shows: ['cache-control', 'set-cookie'],
  steps: [
    'Set no session cookie in {it}, or send `Cache-Control: private, no-store` with it.',
    'Start sessions at the log-in, not on every page.',
  ],
  remedy: NO_STORE,
  expect: 'come without set-cookie, or with no-store',
});
