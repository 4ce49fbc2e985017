import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'serpapi',
  name: 'SerpApi',
  category: 'ai',
  rotation: {
    kind: 'instant',
    at: 'https://serpapi.com/manage-api-key',
  },
  rules: [
    {
      id: 'serpapi-api-key',
      name: 'SerpApi key',
      anchors: ['serpapi', 'serp_api', 'serpapi.com'],
      pattern: assigned('serp_?api', KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Spend the searches of your plan.',
      verify: { url: 'https://serpapi.com/account?api_key={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['SERPAPI_API_KEY={hex:64}', "serpapi: { key: '{hex:64}' }"],
        no: ['SERPAPI_API_KEY=secret_api_key', 'SERPAPI_KEY={hex:32}'],
      },
    },
    {
      id: 'serpapi-url-key',
      name: 'SerpApi key in an address',
      anchors: ['serpapi.com/'],
      pattern: /serpapi\.com\/[^\s"'\x60<>]{0,200}?[?&]api_key=([0-9a-f]{64})(?![\w-])/i,
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Spend the searches of your plan.',
      verify: { url: 'https://serpapi.com/account?api_key={secret}', live: [200], dead: [401] },
      samples: {
        yes: [
          'https://serpapi.com/search.json?q=x&api_key={hex:64}',
          '"https://serpapi.com/search?api_key={hex:64}&q=y"',
        ],
        no: ['https://serpapi.com/search?api_key=KEY', 'https://serpapi.com/search?api_key={hex:12}'],
      },
    },
  ],
});
