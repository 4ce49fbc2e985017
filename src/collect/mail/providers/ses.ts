import { bouncesAtSes, defineProvider, dkimAlias } from './provider.ts';

/** https://docs.aws.amazon.com/ses/latest/dg/creating-identities.html; bounces go to amazonses.com unless a MAIL FROM domain is set up. */
export const ses = defineProvider('ses', 'Amazon SES', {
  packages: ['@aws-sdk/client-ses', '@aws-sdk/client-sesv2'],
  variables: [/^(?:AWS_)?SES_/],
  smtp: [/^email-smtp(?:-fips)?\.[\w-]+\.amazonaws\.com$/],
  spf: ['amazonses.com'],
  mx: [/^inbound-smtp\.[\w-]+\.amazonaws\.com$/],
  records: [
    dkimAlias('<token 1>', '<token 1>.dkim.amazonses.com'),
    dkimAlias('<token 2>', '<token 2>.dkim.amazonses.com'),
    dkimAlias('<token 3>', '<token 3>.dkim.amazonses.com'),
    ...bouncesAtSes('<MAIL FROM name>', true),
  ],
  shownAt: 'Amazon SES, Identities, the domain, “Authentication”',
});
