import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'apify',
  name: 'Apify',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.apify.com/settings/integrations',
  },
  rules: [
    {
      id: 'apify-api-token',
      name: 'Apify API token',
      anchors: ['apify_api_'],
      pattern: /\b(apify_api_[0-9A-Za-z]{34,38})(?![\w-])/,
      power: 'data',
      impact: 'Run actors on your bill, and read every dataset of the account.',
      verify: {
        url: 'https://api.apify.com/v2/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['APIFY_TOKEN=apify_api_{alnum:36}', 'https://api.apify.com/v2/acts?token=apify_api_{alnum:36}'],
        no: ['apify_api_token', 'apify_api_{alnum:10}'],
      },
    },
  ],
});
