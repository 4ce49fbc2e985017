import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sambanova',
  name: 'SambaNova',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.sambanova.ai/apis',
  },
  rules: [
    {
      id: 'sambanova-api-key',
      name: 'SambaNova API key',
      anchors: ['sambanova'],
      pattern: assigned('sambanova', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['SAMBANOVA_API_KEY={uuid}', 'sambanova: { apiKey: "{uuid}" }'],
        no: ['SAMBANOVA_API_KEY=key', 'SAMBANOVA_PROJECT={uuid}'],
      },
    },
  ],
});
