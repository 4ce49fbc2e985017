import { defineProvider, dkimKey, inbox } from './provider.ts';

/** https://www.zoho.com/mail/help/adminconsole/spf-configuration.html; accounts in Europe and India have .eu and .in. */
export const zoho = defineProvider('zoho', 'Zoho Mail', {
  packages: ['zeptomail'],
  variables: [/^(?:ZOHO|ZEPTO)/],
  smtp: [/^smtp(?:pro)?\.zoho\.(?:com|eu|in|com\.au)$/, /^smtp\.zeptomail\.(?:com|eu|in)$/],
  spf: [
    'zohomail.com',
    'zoho.com',
    'zoho.eu',
    'zoho.in',
    'zohomail.eu',
    'zohomail.in',
    'spf.zoho.com',
    'spf.zoho.eu',
    'one.zoho.com',
    'one.zoho.eu',
  ],
  returnPath: [],
  spfAtApex: true,
  mx: [/^mx\d?\.zoho(?:mail)?\.(?:com|eu|in|com\.au)$/],
  records: [dkimKey('<selector>'), ...inbox('10 mx.zoho.com', '20 mx2.zoho.com', '50 mx3.zoho.com')],
  shownAt: 'mailadmin.zoho.com, Domains, the domain, “Email Configuration” (SPF, DKIM, MX of your region)',
});
