import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'baseten',
  name: 'Baseten',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.baseten.co/settings/api_keys',
  },
  rules: [
    {
      id: 'baseten-api-key',
      name: 'Baseten API key',
      anchors: ['baseten'],
      pattern: assigned('baseten', KEY, String.raw`[0-9A-Za-z]{8}\.[0-9A-Za-z]{32}`),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['BASETEN_API_KEY={alnum:8}.{alnum:32}', 'baseten: { apiKey: "{alnum:8}.{alnum:32}" }'],
        no: ['BASETEN_API_KEY=your.key', 'BASETEN_MODEL_ID={lower:8}'],
      },
    },
  ],
});
