import { defineObservedCheck } from '../observed-check.ts';
import { PASSWORD } from '../remedies/auth.ts';

export default defineObservedCheck({
  probe: 'weak-password',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'Common passwords are refused', fail: 'The most common passwords are accepted' },
  why: 'Attackers try the same hundred passwords on every account. One seller with “password1” is enough for a scandal.',
  references: ['OWASP API2:2023', 'ASVS 5.0 6.2.1', 'ASVS 5.0 6.2.4', 'CWE-521'],
  steps: [
    'Ask for 12 characters (8 at the very least), and refuse the most common passwords and those with the site’s name.',
    'Drop rules about special signs; allow 64 characters and more.',
  ],
  remedy: PASSWORD,
  expect: 'refuse the password',
});
