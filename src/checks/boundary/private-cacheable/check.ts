import { defineObservedCheck } from '../observed-check.ts';
import { NO_STORE } from '../remedies/answers.ts';

export default defineObservedCheck({
  probe: 'private-cacheable',
  bar: ['M13'],
  severity: 'high',
  effort: 'minutes',
  title: { pass: 'No cache may keep private answers', fail: 'A shared cache may keep a private answer' },
  why: 'As soon as a CDN stands in front, it gives the answer of the first user to the next: orders with addresses, pages with the wrong name on them.',
  references: ['OWASP API8:2023', 'ASVS 5.0 14.2.2', 'ASVS 5.0 14.3.2', 'CWE-524', 'CWE-525'],
  requires: 'an account',
  shows: ['cache-control', 'vary', 'age', 'x-cache', 'cf-cache-status'],
  steps: [
    'Send `Cache-Control: private, no-store` from {it}, and from every answer that depends on who is logged in.',
    'Make it the default, and let public pages say that they may be kept.',
    'Clear the CDN’s cache once it is deployed.',
  ],
  remedy: NO_STORE,
  expect: 'come with Cache-Control: private or no-store',
});
