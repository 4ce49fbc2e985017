/** Who sends or receives mail for others, and how one sees it. Public facts of their documentation. */
export interface MailProvider {
  id: string;
  name: string;
  /** npm packages whose use tells that the app sends through it. */
  packages: readonly string[];
  /** Environment variables that tell it. */
  variables: readonly RegExp[];
  /** SMTP hosts that tell it. */
  smtp: readonly RegExp[];
  /** Domains that an SPF record includes for it. */
  spf: readonly string[];
  /** Selectors that it always uses. Empty where they are made for each customer: then a missing one proves nothing. */
  selectors: readonly string[];
  /** What stands at a selector, where it is an alias. */
  dkimTarget?: RegExp;
  /** Labels below the domain that take its bounces; there its SPF belongs. `null`: its own domain unless one is set up. */
  returnPath: readonly string[] | null;
  /** SPF at the sender's own name does nothing for it: bounces go elsewhere. */
  spfAtApex: boolean;
  mx: readonly RegExp[];
}

const provider = (id: string, name: string, facts: Partial<Omit<MailProvider, 'id' | 'name'>>): MailProvider => ({
  id,
  name,
  packages: [],
  variables: [],
  smtp: [],
  spf: [],
  selectors: [],
  returnPath: null,
  spfAtApex: false,
  mx: [],
  ...facts,
});

export const MAIL_PROVIDERS: readonly MailProvider[] = [
  provider('resend', 'Resend', {
    packages: ['resend'],
    variables: [/^RESEND_/],
    smtp: [/^smtp\.resend\.com$/],
    spf: ['amazonses.com'],
    selectors: ['resend'],
    returnPath: ['send'],
  }),
  provider('ses', 'Amazon SES', {
    packages: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'],
    variables: [/^(?:AWS_)?SES_/],
    smtp: [/^email-smtp\.[\w-]+\.amazonaws\.com$/],
    spf: ['amazonses.com'],
    dkimTarget: /\.dkim\.(?:[\w-]+\.)?amazonses\.com$/,
    mx: [/^inbound-smtp\.[\w-]+\.amazonaws\.com$/],
  }),
  provider('sendgrid', 'SendGrid', {
    packages: ['@sendgrid/mail', '@sendgrid/client'],
    variables: [/^SENDGRID_/],
    smtp: [/^smtp\.sendgrid\.net$/],
    spf: ['sendgrid.net'],
    selectors: ['s1', 's2'],
    dkimTarget: /\.domainkey\.u\d+\.wl\d*\.sendgrid\.net$/,
  }),
  provider('postmark', 'Postmark', {
    packages: ['postmark'],
    variables: [/^POSTMARK_/],
    smtp: [/^smtp\.postmarkapp\.com$/],
    spf: ['spf.mtasv.net'],
    returnPath: ['pm-bounces'],
  }),
  provider('mailgun', 'Mailgun', {
    packages: ['mailgun.js', 'mailgun-js'],
    variables: [/^MAILGUN_/],
    smtp: [/^smtp\.(?:eu\.)?mailgun\.org$/],
    spf: ['mailgun.org', 'eu.mailgun.org'],
    dkimTarget: /\.dkim\d*\.mailgun\.(?:org|com|net)$/,
    returnPath: [],
    spfAtApex: true,
    mx: [/^mx[ab]\.(?:eu\.)?mailgun\.org$/],
  }),
  provider('brevo', 'Brevo', {
    packages: ['@getbrevo/brevo', 'sib-api-v3-sdk'],
    variables: [/^(?:BREVO|SENDINBLUE)_/],
    smtp: [/^smtp-relay\.(?:brevo|sendinblue)\.com$/],
    spf: ['spf.brevo.com', 'spf.sendinblue.com'],
    selectors: ['brevo1', 'brevo2'],
  }),
  provider('mailjet', 'Mailjet', {
    packages: ['node-mailjet'],
    variables: [/^MAILJET_|^MJ_APIKEY/],
    smtp: [/^in(?:-v3)?\.mailjet\.com$/],
    spf: ['spf.mailjet.com'],
    selectors: ['mailjet'],
  }),
  provider('mailchimp', 'Mailchimp Transactional', {
    packages: ['@mailchimp/mailchimp_transactional'],
    variables: [/^(?:MANDRILL|MAILCHIMP)_/],
    smtp: [/^smtp\.mandrillapp\.com$/],
    spf: ['servers.mcsv.net', 'spf.mandrillapp.com'],
    selectors: ['mte1', 'mte2'],
  }),
  provider('google', 'Google Workspace', {
    smtp: [/^smtp(?:-relay)?\.gmail\.com$/],
    spf: ['_spf.google.com'],
    selectors: ['google'],
    returnPath: [],
    spfAtApex: true,
    mx: [/^smtp\.google\.com$/, /^(?:alt\d\.)?aspmx\.l\.google\.com$/, /^aspmx\d\.googlemail\.com$/],
  }),
  provider('microsoft', 'Microsoft 365', {
    smtp: [/^smtp\.office365\.com$/],
    spf: ['spf.protection.outlook.com'],
    selectors: ['selector1', 'selector2'],
    dkimTarget: /\._domainkey\.[\w-]+\.onmicrosoft\.com$|\.dkim\.mail\.microsoft$/,
    returnPath: [],
    spfAtApex: true,
    mx: [/\.mail\.protection\.outlook\.com$/, /\.mx\.microsoft$/],
  }),
  provider('zoho', 'Zoho Mail', {
    packages: ['zeptomail'],
    variables: [/^(?:ZOHO|ZEPTO)/],
    smtp: [/^smtp(?:pro)?\.zoho\.(?:com|eu|in)$/, /^smtp\.zeptomail\.(?:com|eu|in)$/],
    spf: ['zoho.com', 'zoho.eu', 'zohomail.com', 'zohomail.eu', 'one.zoho.com'],
    returnPath: [],
    spfAtApex: true,
    mx: [/^mx\d?\.zoho\.(?:com|eu|in)$/],
  }),
  provider('fastmail', 'Fastmail', {
    smtp: [/^smtp\.fastmail\.com$/],
    spf: ['spf.messagingengine.com'],
    selectors: ['fm1', 'fm2', 'fm3'],
    dkimTarget: /\.dkim\.fmhosted\.com$/,
    returnPath: [],
    spfAtApex: true,
    mx: [/^in[12]-smtp\.messagingengine\.com$/],
  }),
  provider('proton', 'Proton Mail', {
    smtp: [/^smtp\.protonmail\.ch$/],
    spf: ['_spf.protonmail.ch'],
    selectors: ['protonmail', 'protonmail2', 'protonmail3'],
    dkimTarget: /\.domains\.proton\.ch$/,
    returnPath: [],
    spfAtApex: true,
    mx: [/^mail(?:sec)?\.protonmail\.ch$/],
  }),
  provider('loops', 'Loops', {
    packages: ['loops'],
    variables: [/^LOOPS_/],
    spf: ['amazonses.com'],
    returnPath: ['envelope'],
  }),
  provider('plunk', 'Plunk', {
    packages: ['@plunk/node'],
    variables: [/^PLUNK_/],
    spf: ['amazonses.com'],
    returnPath: ['plunk'],
  }),
  provider('mailersend', 'MailerSend', {
    packages: ['mailersend'],
    variables: [/^MAILERSEND_/],
    smtp: [/^smtp\.mailersend\.net$/],
    spf: ['spf.mailersend.net', '_spf.mailersend.net'],
    selectors: ['mlsend', 'mlsend2'],
  }),
  provider('sparkpost', 'SparkPost', {
    packages: ['sparkpost'],
    variables: [/^SPARKPOST_/],
    smtp: [/^smtp\.(?:eu\.)?sparkpostmail\.com$/],
  }),
];
