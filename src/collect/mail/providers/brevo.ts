import { defineProvider, dkimAlias } from './provider.ts';

/** https://help.brevo.com/hc/en-us/articles/12163873383186; bounces go to Brevo's own domain, so SPF of yours decides nothing. */
export const brevo = defineProvider('brevo', 'Brevo', {
  packages: ['@getbrevo/brevo', 'sib-api-v3-sdk'],
  variables: [/^(?:BREVO|SENDINBLUE)_/],
  smtp: [/^smtp-relay\.(?:brevo|sendinblue)\.com$/],
  spf: ['spf.brevo.com', 'spf.sendinblue.com'],
  // Domains that were set up before there were aliases have their key at `mail`.
  selectors: ['brevo1', 'brevo2', 'mail'],
  records: [
    dkimAlias('brevo1', 'b1.{dashed}.dkim.brevo.com'),
    dkimAlias('brevo2', 'b2.{dashed}.dkim.brevo.com'),
    { for: 'proof', name: '', type: 'TXT', value: 'brevo-code:<code>' },
  ],
  shownAt: 'Brevo, Senders, Domains & Dedicated IPs, the domain',
});
