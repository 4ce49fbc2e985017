import { bouncesAtSes, defineProvider, dkimKey } from './provider.ts';

/** https://resend.com/docs/dashboard/domains/introduction; the return path is `send` unless another is chosen. */
export const resend = defineProvider('resend', 'Resend', {
  packages: ['resend'],
  variables: [/^RESEND_/],
  smtp: [/^smtp\.resend\.com$/],
  spf: ['amazonses.com'],
  selectors: ['resend'],
  returnPath: ['send'],
  records: [dkimKey('resend', 'p=<key>'), ...bouncesAtSes('send')],
  shownAt: 'resend.com/domains, the domain, “Records”',
  trial: [/@resend\.dev$/],
});
