import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'serper',
  name: 'Serper',
  category: 'ai',
  rotation: {
    kind: 'instant',
    at: 'https://serper.dev/api-key',
  },
  rules: [
    {
      id: 'serper-api-key',
      name: 'Serper API key',
      anchors: ['serper'],
      pattern: assigned('serper', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Spend your search credits.',
      samples: {
        yes: ['SERPER_API_KEY={hex:40}', 'serper: { apiKey: "{hex:40}" }'],
        no: ['SERPER_API_KEY=your-key', 'SERPER_API_KEY={hex:20}'],
      },
    },
  ],
});
