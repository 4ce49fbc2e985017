import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'squarespace',
  name: 'Squarespace',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://account.squarespace.com/',
    notes: ['Website, Settings, Developer tools, API keys.'],
  },
  rules: [
    {
      id: 'squarespace-api-key',
      name: 'Squarespace API key',
      anchors: ['squarespace'],
      pattern: assigned(
        'squarespace',
        'key|token|secret',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders, stock and products, as far as its permissions go.',
      verify: {
        url: 'https://api.squarespace.com/1.0/authorization/website',
        headers: { authorization: 'Bearer {secret}', 'user-agent': 'launch-ready' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SQUARESPACE_API_KEY={uuid}', '"squarespace": { "apiKey": "{uuid}" }'],
        no: ['SQUARESPACE_API_KEY=your-api-key', 'API_KEY={uuid}', 'SQUARESPACE_SITE_ID={uuid}'],
      },
    },
  ],
});
