import { defineProvider, dkimKey } from './provider.ts';

/** https://documentation.mailjet.com/hc/en-us/articles/360042412734; bounces go to Mailjet's own domain unless one is set up. */
export const mailjet = defineProvider('mailjet', 'Mailjet', {
  packages: ['node-mailjet'],
  variables: [/^MAILJET_|^MJ_APIKEY/],
  smtp: [/^in(?:-v3)?\.mailjet\.com$/],
  spf: ['spf.mailjet.com'],
  selectors: ['mailjet'],
  records: [dkimKey('mailjet', 'k=rsa; p=<key>')],
  shownAt: 'Mailjet, Account settings, Sender domains & addresses, “Setup SPF/DKIM”',
});
