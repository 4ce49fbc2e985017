import { bouncesAtSes, defineProvider, dkimAlias } from './provider.ts';

/** https://docs.useplunk.com/guides/verifying-domains */
export const plunk = defineProvider('plunk', 'Plunk', {
  packages: ['@plunk/node'],
  variables: [/^PLUNK_/],
  spf: ['amazonses.com'],
  returnPath: ['plunk'],
  records: [
    dkimAlias('<token 1>', '<token 1>.dkim.amazonses.com'),
    dkimAlias('<token 2>', '<token 2>.dkim.amazonses.com'),
    dkimAlias('<token 3>', '<token 3>.dkim.amazonses.com'),
    ...bouncesAtSes('plunk'),
  ],
  shownAt: 'Plunk, project settings, “Domains”',
});
