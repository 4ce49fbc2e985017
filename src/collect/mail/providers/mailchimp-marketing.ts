import { defineProvider, dkimAlias } from './provider.ts';

/** https://mailchimp.com/help/set-up-email-domain-authentication/; bounces go to mcsv.net. */
export const mailchimpMarketing = defineProvider('mailchimp-marketing', 'Mailchimp', {
  packages: ['@mailchimp/mailchimp_marketing'],
  variables: [/^MAILCHIMP_/],
  spf: ['servers.mcsv.net'],
  selectors: ['k1', 'k2', 'k3'],
  records: [dkimAlias('k2', 'dkim2.mcsv.net'), dkimAlias('k3', 'dkim3.mcsv.net')],
  shownAt: 'Mailchimp, Account, Domains, the domain, “Start authentication”',
});
