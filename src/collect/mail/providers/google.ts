import { defineProvider, dkimKey, inbox } from './provider.ts';

/** https://support.google.com/a/answer/33786 (SPF), /174124 (DKIM), /140034 (MX). */
export const google = defineProvider('google', 'Google Workspace', {
  smtp: [/^smtp(?:-relay)?\.gmail\.com$/],
  spf: ['_spf.google.com'],
  selectors: ['google'],
  returnPath: [],
  spfAtApex: true,
  mx: [/^smtp\.google\.com$/, /^(?:alt\d\.)?aspmx\.l\.google\.com$/, /^aspmx\d\.googlemail\.com$/],
  records: [dkimKey('google'), ...inbox('1 smtp.google.com')],
  shownAt: 'admin.google.com, Apps, Google Workspace, Gmail, “Authenticate email”',
});
