import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'yelp',
  name: 'Yelp',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.yelp.com/developers/v3/manage_app' },
  rules: [
    {
      id: 'yelp-api-key',
      name: 'Yelp API key',
      anchors: ['yelp'],
      pattern: assigned('yelp', KEY, '[A-Za-z0-9_-]{128}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up businesses on your quota.',
      verify: {
        url: 'https://api.yelp.com/v3/categories',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['YELP_API_KEY={alnum:128}', "yelpApiKey: '{alnum:128}'"],
        no: ['YELP_API_KEY=your_yelp_api_key', 'checksum = "{alnum:128}"', 'YELP_API_KEY={alnum:131}'],
      },
    },
  ],
});
