import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mistral',
  name: 'Mistral AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.mistral.ai/api-keys',
  },
  rules: [
    {
      id: 'mistral-api-key',
      name: 'Mistral API key',
      anchors: ['mistral'],
      pattern: assigned('mistral', KEY, '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.mistral.ai/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'MISTRAL_API_KEY={alnum:32}',
          'new Mistral({ apiKey: "{alnum:32}" })',
          '- name: MISTRAL_API_KEY\n  value: "{alnum:32}"',
        ],
        no: ['MISTRAL_API_KEY=your-api-key', 'MISTRAL_MODEL={alnum:32}', 'MISTRAL_API_KEY={alnum:12}'],
      },
    },
  ],
});
