import { defineProvider, dkimAlias } from './provider.ts';

/** https://knowledge.hubspot.com/marketing-email/manage-email-authentication-in-hubspot; bounces go to hubspotemail.net. */
export const hubspot = defineProvider('hubspot', 'HubSpot', {
  records: [
    dkimAlias('<hs1-number>', '<…hs….dkim.hubspotemail.net>'),
    dkimAlias('<hs2-number>', '<…hs….dkim.hubspotemail.net>'),
  ],
  shownAt: 'HubSpot, Settings, Domains & URLs, “Connect a domain”, Email Sending',
});
