import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cohere',
  name: 'Cohere',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.cohere.com/api-keys',
  },
  rules: [
    {
      id: 'cohere-api-key',
      name: 'Cohere API key',
      anchors: ['cohere', 'co_api_key'],
      pattern: assigned(String.raw`cohere(?!nt)|\bco_(?=api_key)`, KEY, '[0-9A-Za-z]{40}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.cohere.com/v1/models?page_size=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['COHERE_API_KEY={alnum:40}', 'new CohereClient({ token: "{alnum:40}" })', 'CO_API_KEY={alnum:40}'],
        no: [
          'COHERE_API_KEY=xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'coherent_key={alnum:40}',
          'COHERE_API_KEY={alnum:20}',
        ],
      },
    },
  ],
});
