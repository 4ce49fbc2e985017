import type { MailDomain } from '../../evidence/mail.ts';

/** The domain says so itself: SPF allows nobody (RFC 7208 10.1.2), or it takes no mail (RFC 7505), and nobody is known to send for it. */
export const sendsNothing = ({ senders, spf, mx }: MailDomain): boolean =>
  senders.length === 0 &&
  (mx.state === 'null' || (mx.state === 'none' && spf.text?.trim().toLowerCase() === 'v=spf1 -all'));
