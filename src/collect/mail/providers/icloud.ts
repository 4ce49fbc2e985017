import { defineProvider, dkimAlias, inbox } from './provider.ts';

/** https://support.apple.com/102374 */
export const icloud = defineProvider('icloud', 'iCloud Mail', {
  smtp: [/^smtp\.mail\.me\.com$/],
  spf: ['icloud.com'],
  selectors: ['sig1'],
  returnPath: [],
  spfAtApex: true,
  mx: [/^mx0[12]\.mail\.icloud\.com$/],
  records: [
    dkimAlias('sig1', 'sig1.dkim.{domain}.at.icloudmailadmin.com'),
    ...inbox('10 mx01.mail.icloud.com', '10 mx02.mail.icloud.com'),
  ],
  shownAt: 'icloud.com, Custom Email Domain, the domain',
});
