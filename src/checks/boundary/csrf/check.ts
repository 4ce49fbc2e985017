import { defineObservedCheck } from '../observed-check.ts';
import { SAME_SITE } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'csrf',
  bar: ['M1'],
  severity: 'high',
  effort: 'hour',
  title: { pass: 'Other sites cannot act for a logged-in user', fail: 'Another site can act for a logged-in user' },
  why: 'The browser sends the cookie along, whoever wrote the form. A page elsewhere can change a profile, place an order or move a payout address.',
  references: ['ASVS 5.0 3.5.1', 'ASVS 5.0 3.5.2', 'CWE-352'],
  requires: 'an account',
  // Who follows a prepared link is logged in as somebody else, or has somebody else’s sign-in added to the account.
  weigh: ({ facts }) => (facts?.['kind'] === 'oauth' ? 'medium' : undefined),
  steps: [
    'For {it} and all other changes by cookie: compare Origin (or Sec-Fetch-Site) with your own, or ask for a CSRF token.',
    'Take JSON only as application/json: a plain form can send text/plain.',
    'Set SameSite=Lax as the second line of defence.',
    'Begin each sign-in with another service with a fresh state (and PKCE) that is kept in the visitor’s session, and compare it on the way back.',
  ],
  remedy: SAME_SITE,
  expect: 'answer 403, and nothing may change',
});
