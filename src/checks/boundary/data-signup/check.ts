import { defineDataCheck } from '../data.ts';

export default defineDataCheck({
  probe: 'data-signup',
  bar: ['M1'],
  severity: 'medium',
  effort: 'minutes',
  title: { pass: 'New accounts confirm their address', fail: 'Accounts are made with addresses that nobody confirmed' },
  why: 'Whoever signs up with the address of somebody else gets mail, invitations and orders meant for them, and one person makes a thousand accounts.',
  references: ['ASVS 5.0 6.2.1', 'CWE-287', 'Supabase: Password-based Auth'],
  steps: [
    'Switch "Confirm email" on (Supabase: Authentication → Sign In / Providers → Email).',
    'Add a captcha to the sign-up (Authentication → Attack Protection).',
  ],

  expect: 'say `"mailer_autoconfirm": false`',
});
