import type { MailProvider } from './provider.ts';
import { brevo } from './brevo.ts';
import { clerk } from './clerk.ts';
import { fastmail } from './fastmail.ts';
import { google } from './google.ts';
import { hubspot } from './hubspot.ts';
import { icloud } from './icloud.ts';
import { loops } from './loops.ts';
import { mailchimpMarketing } from './mailchimp-marketing.ts';
import { mailchimpTransactional } from './mailchimp-transactional.ts';
import { mailersend } from './mailersend.ts';
import { mailgun } from './mailgun.ts';
import { mailjet } from './mailjet.ts';
import { microsoft } from './microsoft.ts';
import { plunk } from './plunk.ts';
import { postmark } from './postmark.ts';
import { proton } from './proton.ts';
import { resend } from './resend.ts';
import { sendgrid } from './sendgrid.ts';
import { ses } from './ses.ts';
import { shopify } from './shopify.ts';
import { sparkpost } from './sparkpost.ts';
import { zoho } from './zoho.ts';

/** Those who send by an API first, then those who keep mailboxes. */
export const MAIL_PROVIDERS: readonly MailProvider[] = [
  resend,
  ses,
  sendgrid,
  postmark,
  mailgun,
  brevo,
  mailjet,
  mailchimpTransactional,
  mailchimpMarketing,
  google,
  microsoft,
  zoho,
  fastmail,
  proton,
  icloud,
  loops,
  plunk,
  mailersend,
  sparkpost,
  clerk,
  shopify,
  hubspot,
];
