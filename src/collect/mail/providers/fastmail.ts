import { defineProvider, dkimAlias, inbox } from './provider.ts';

/** https://www.fastmail.help/hc/en-us/articles/360060591153; nothing is made for the customer alone. */
export const fastmail = defineProvider('fastmail', 'Fastmail', {
  smtp: [/^smtp\.fastmail\.com$/],
  spf: ['spf.messagingengine.com'],
  selectors: ['fm1', 'fm2', 'fm3'],
  returnPath: [],
  spfAtApex: true,
  mx: [/^in[12]-smtp\.messagingengine\.com$/],
  records: [
    dkimAlias('fm1', 'fm1.{domain}.dkim.fmhosted.com'),
    dkimAlias('fm2', 'fm2.{domain}.dkim.fmhosted.com'),
    dkimAlias('fm3', 'fm3.{domain}.dkim.fmhosted.com'),
    ...inbox('10 in1-smtp.messagingengine.com', '20 in2-smtp.messagingengine.com'),
  ],
  shownAt: 'Fastmail, Settings, Domains, the domain',
});
