import { defineDataCheck } from '../data.ts';
import { OWN_COLUMNS } from '../remedies/data.ts';

export default defineDataCheck({
  probe: 'data-own-privilege',
  bar: ['M1', 'M10'],
  severity: 'blocker',
  effort: 'hour',
  title: {
    pass: 'An account cannot give itself a role or credit',
    fail: 'An account gives itself a role, a badge or credit',
  },
  why: 'The policy says which row may be changed, not which columns: whoever may change the own profile makes themselves an administrator or pays with money that nobody paid in.',
  references: ['OWASP API3:2023', 'ASVS 5.0 8.2.3', 'ASVS 5.0 15.3.3', 'CWE-915'],
  weigh: ({ facts }) => (facts?.['power'] === false ? 'high' : undefined),
  steps: [
    'Take the right to change that column away: `revoke update on … from authenticated`, then `grant update (display_name, …)` for the columns that people fill in themselves.',
    'Better still, keep roles and balances in a table that only the server writes.',
    'Look for accounts that have helped themselves.',
  ],
  remedy: OWN_COLUMNS,
  expect: 'be refused, or leave the column as it was',
});
