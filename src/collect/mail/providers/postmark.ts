import { bouncesAlias, defineProvider, dkimKey } from './provider.ts';

/** https://postmarkapp.com/support/article/1046-how-do-i-verify-a-domain; the selector is a time stamp and “pm”. */
export const postmark = defineProvider('postmark', 'Postmark', {
  packages: ['postmark'],
  variables: [/^POSTMARK_/],
  smtp: [/^smtp(?:-broadcasts)?\.postmarkapp\.com$/],
  spf: ['spf.mtasv.net'],
  returnPath: ['pm-bounces'],
  records: [dkimKey('<time stamp>pm', 'k=rsa;p=<key>'), bouncesAlias('pm-bounces', 'pm.mtasv.net')],
  shownAt: 'Postmark, Sender Signatures, the domain, “DNS Settings”',
});
