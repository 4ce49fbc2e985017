import { bouncesAlias, defineProvider, dkimAlias } from './provider.ts';

/** https://www.mailersend.com/help/how-to-verify-and-authenticate-a-sending-domain; the names of return path and key stand in the dashboard. */
export const mailersend = defineProvider('mailersend', 'MailerSend', {
  packages: ['mailersend'],
  variables: [/^MAILERSEND_/],
  smtp: [/^smtp\.mailersend\.net$/],
  spf: ['_spf.mailersend.net', 'spf.mailersend.net'],
  selectors: ['mlsend', 'mlsend2'],
  records: [dkimAlias('mlsend2', '<mlsend2…mailersend.net>'), bouncesAlias('<return path>', '<…mailersend.net>')],
  shownAt: 'MailerSend, Domains, the domain, “Manage”',
  trial: [/@trial-[\da-z]+\.mlsender\.net$/, /@test-[\da-z]+\.mlsender\.net$/],
});
