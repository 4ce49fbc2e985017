import { defineProvider, dkimAlias } from './provider.ts';

/** https://mailchimp.com/developer/transactional/docs/authentication-delivery/; it was Mandrill. */
export const mailchimpTransactional = defineProvider('mailchimp', 'Mailchimp Transactional', {
  packages: ['@mailchimp/mailchimp_transactional', 'mandrill-api'],
  variables: [/^MANDRILL_/],
  smtp: [/^smtp\.mandrillapp\.com$/],
  spf: ['spf.mandrillapp.com'],
  selectors: ['mte1', 'mte2'],
  records: [
    dkimAlias('mte1', 'dkim1.mandrillapp.com'),
    dkimAlias('mte2', 'dkim2.mandrillapp.com'),
    { for: 'proof', name: '', type: 'TXT', value: 'mandrill_verify.<key>' },
  ],
  shownAt: 'Mailchimp Transactional, Settings, Sending Domains, the domain',
});
