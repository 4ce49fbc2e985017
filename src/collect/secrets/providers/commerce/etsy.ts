import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'etsy',
  name: 'Etsy',
  category: 'commerce',
  rotation: { kind: 'instant', at: 'https://www.etsy.com/developers/your-apps' },
  rules: [
    {
      id: 'etsy-api-key',
      name: 'Etsy API key with shared secret',
      anchors: ['etsy', 'x-api-key'],
      pattern: assigned('(?<![a-z])etsy|x-api', 'key|token|secret', '[a-z0-9]{24}:[a-z0-9]{10}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "Call Etsy as your app; with a shop owner's token read and change their listings and orders.",
      verify: {
        url: 'https://api.etsy.com/v3/application/openapi-ping',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: [
          'ETSY_API_KEY={lower:24}:{lower:10}',
          'etsy: { apiKey: "{lower:24}:{lower:10}" }',
          'x-api-key: {lower:24}:{lower:10}',
        ],
        no: ['ETSY_API_KEY=your_api_key:your_secret', 'API_KEY={lower:24}:{lower:10}'],
      },
    },
    {
      id: 'etsy-keystring',
      name: 'Etsy API keystring',
      anchors: ['etsy'],
      pattern: assigned('(?<![a-z])etsy', 'key|client[_-]?id', '[a-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: "Call Etsy's public data as your app, up to its limit.",
      verify: {
        url: 'https://api.etsy.com/v3/application/openapi-ping',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['ETSY_API_KEY={lower:24}', "etsy: { keystring: '{lower:24}' }"],
        no: ['ETSY_API_KEY=your_etsy_api_key', 'gypsetsy_key={lower:24}', 'ETSY_API_KEY={lower:10}'],
      },
    },
    {
      id: 'etsy-access-token',
      name: 'Etsy OAuth token',
      anchors: ['etsy'],
      pattern: assigned('(?<![a-z])etsy', 'token', '\\d{6,12}\\.[A-Za-z0-9_-]{60,120}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as the shop owner who signed in: read buyers and change listings and orders.',
      samples: {
        yes: ['ETSY_ACCESS_TOKEN={digit:9}.{alnum:86}', '"etsy": { "refresh_token": "{digit:8}.{alnum:86}" }'],
        no: ['ETSY_ACCESS_TOKEN=your_token', 'ACCESS_TOKEN={digit:9}.{alnum:86}'],
      },
    },
  ],
});
