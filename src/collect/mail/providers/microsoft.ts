import { defineProvider, dkimAlias, inbox } from './provider.ts';

/** https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure; targets of DKIM have two forms, the portal shows which. */
export const microsoft = defineProvider('microsoft', 'Microsoft 365', {
  smtp: [/^smtp\.office365\.com$/],
  spf: ['spf.protection.outlook.com'],
  selectors: ['selector1', 'selector2'],
  returnPath: [],
  spfAtApex: true,
  mx: [/\.mail\.protection\.outlook\.com$/, /\.mx\.microsoft$/],
  records: [
    dkimAlias('selector1', '<selector1-…onmicrosoft.com or …dkim.mail.microsoft>'),
    dkimAlias('selector2', '<selector2-…onmicrosoft.com or …dkim.mail.microsoft>'),
    ...inbox('0 {dashed}.mail.protection.outlook.com'),
  ],
  shownAt: 'security.microsoft.com, Email authentication settings, DKIM, the domain',
});
