import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'voyage',
  name: 'Voyage AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.voyageai.com/organization/api-keys',
  },
  rules: [
    {
      id: 'voyage-api-key',
      name: 'Voyage AI API key',
      anchors: ['voyage'],
      pattern: assigned('voyage', KEY, String.raw`(?:pa|al)-[\w-]{40,50}`),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['VOYAGE_API_KEY=pa-{base64url:42}a', 'new VoyageAIClient({ apiKey: "pa-{alnum:43}" })'],
        no: ['VOYAGE_API_KEY=pa-key', 'VOYAGE_API_KEY=pa-{alnum:12}'],
      },
    },
  ],
});
