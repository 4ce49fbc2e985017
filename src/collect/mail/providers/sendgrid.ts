import { bouncesAlias, defineProvider, dkimAlias } from './provider.ts';

/** https://www.twilio.com/docs/sendgrid/ui/account-and-settings/how-to-set-up-domain-authentication */
export const sendgrid = defineProvider('sendgrid', 'SendGrid', {
  packages: ['@sendgrid/mail', '@sendgrid/client'],
  variables: [/^SENDGRID_/],
  smtp: [/^smtp\.sendgrid\.net$/],
  spf: ['sendgrid.net'],
  selectors: ['s1', 's2'],
  records: [
    dkimAlias('s1', 's1.domainkey.<u…wl….sendgrid.net>'),
    dkimAlias('s2', 's2.domainkey.<u…wl….sendgrid.net>'),
    bouncesAlias('<em number>', '<u…wl….sendgrid.net>'),
  ],
  shownAt: 'SendGrid, Settings, Sender Authentication, the domain',
});
