import { defineProvider, dkimAlias, inbox } from './provider.ts';

/** https://proton.me/support/custom-domain */
export const proton = defineProvider('proton', 'Proton Mail', {
  smtp: [/^smtp\.protonmail\.ch$/],
  spf: ['_spf.protonmail.ch'],
  selectors: ['protonmail', 'protonmail2', 'protonmail3'],
  returnPath: [],
  spfAtApex: true,
  mx: [/^mail(?:sec)?\.protonmail\.ch$/],
  records: [
    dkimAlias('protonmail', 'protonmail.domainkey.<id>.domains.proton.ch'),
    dkimAlias('protonmail2', 'protonmail2.domainkey.<id>.domains.proton.ch'),
    dkimAlias('protonmail3', 'protonmail3.domainkey.<id>.domains.proton.ch'),
    ...inbox('10 mail.protonmail.ch', '20 mailsec.protonmail.ch'),
  ],
  shownAt: 'Proton Mail, Settings, Domain names, the domain, “Review”',
});
