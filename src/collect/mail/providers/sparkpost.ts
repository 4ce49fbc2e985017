import { bouncesAlias, defineProvider, dkimKey } from './provider.ts';

/** https://support.sparkpost.com/docs/getting-started/setting-up-domains */
export const sparkpost = defineProvider('sparkpost', 'SparkPost', {
  packages: ['sparkpost'],
  variables: [/^SPARKPOST_/],
  smtp: [/^smtp\.(?:eu\.)?sparkpostmail\.com$/],
  records: [
    dkimKey('<selector>', 'v=DKIM1; k=rsa; h=sha256; p=<key>'),
    bouncesAlias('<bounce name>', '<sparkpostmail.com of your region>', true),
  ],
  shownAt: 'SparkPost, Configuration, Domains, the domain',
  trial: [/@sparkpostbox\.com$/],
});
