import { bouncesAtSes, defineProvider, dkimAlias } from './provider.ts';

/** https://loops.so/docs/deliverability/dmarc-dkim-setup; bounces go to `envelope`, so that SPF of the domain itself is left alone. */
export const loops = defineProvider('loops', 'Loops', {
  packages: ['loops'],
  variables: [/^LOOPS_/],
  spf: ['amazonses.com'],
  returnPath: ['envelope'],
  records: [
    dkimAlias('<token 1>', '<token 1>.dkim.amazonses.com'),
    dkimAlias('<token 2>', '<token 2>.dkim.amazonses.com'),
    dkimAlias('<token 3>', '<token 3>.dkim.amazonses.com'),
    ...bouncesAtSes('envelope'),
  ],
  shownAt: 'Loops, Settings, Domain',
});
