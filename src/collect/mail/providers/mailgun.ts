import { defineProvider, dkimAlias, dkimKey } from './provider.ts';

/**
 * https://documentation.mailgun.com/docs/mailgun/user-manual/domains/domains-verify; bounces go to the very domain that was set up there,
 * which is often a name below (`mg.`). Automatic keys stand at pdk1 and pdk2, keys of one's own at a selector that the dashboard shows.
 */
export const mailgun = defineProvider('mailgun', 'Mailgun', {
  packages: ['mailgun.js', 'mailgun-js'],
  variables: [/^MAILGUN_/],
  smtp: [/^smtp\.(?:eu\.)?mailgun\.org$/],
  spf: ['mailgun.org', 'eu.mailgun.org'],
  returnPath: [],
  spfAtApex: true,
  mx: [/^mx[ab]\.(?:eu\.)?mailgun\.org$/],
  records: [
    dkimAlias('pdk1', '<pdk1…dkim….mailgun.com>'),
    dkimAlias('pdk2', '<pdk2…dkim….mailgun.com>'),
    { ...dkimKey('<selector, with a key of your own>', 'k=rsa; p=<key>'), optional: true },
  ],
  shownAt: 'Mailgun, Send, Domains, the domain, “DNS records”',
  trial: [/@sandbox[\da-z]+\.mailgun\.org$/],
});
