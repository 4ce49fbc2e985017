import { defineObservedCheck } from '../observed-check.ts';
import { COOKIE } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'cookie-flags',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: {
    pass: 'Session cookies are out of reach of scripts and other sites',
    fail: 'A session cookie lacks protection',
  },
  why: 'Without HttpOnly any script in a page (a widget, an injection) takes the session away; without Secure and SameSite it travels where it should not.',
  references: ['ASVS 5.0 3.3.1', 'ASVS 5.0 3.3.2', 'ASVS 5.0 3.3.4', 'CWE-614', 'CWE-1004', 'CWE-1275'],
  shows: ['set-cookie'],
  steps: [
    'Set the cookie with HttpOnly, Secure, SameSite=Lax, Path=/ and no Domain; call it `__Host-…`.',
    'Do not put tokens into a second, readable cookie or into localStorage.',
  ],
  remedy: COOKIE,
  expect: 'set the cookie with HttpOnly, Secure and SameSite',
});
