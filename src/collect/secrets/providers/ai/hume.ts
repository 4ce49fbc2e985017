import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hume',
  name: 'Hume AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.hume.ai/keys',
  },
  rules: [
    {
      id: 'hume-api-key',
      name: 'Hume AI key',
      anchors: ['hume_', 'humeapi', 'humesecret', 'humeclient'],
      pattern: assigned('(?<![a-z])hume', '(?:api|secret)_?key', '[0-9A-Za-z]{48,64}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['HUME_API_KEY={alnum:48}', 'humeSecretKey: "{alnum:64}"'],
        no: ['HUME_API_KEY=your-key', 'HUME_CONFIG_ID={uuid}'],
      },
    },
  ],
});
