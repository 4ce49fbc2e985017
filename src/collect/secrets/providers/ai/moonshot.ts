import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'moonshot',
  name: 'Moonshot (Kimi)',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.moonshot.ai/console/api-keys',
  },
  rules: [
    {
      id: 'moonshot-api-key',
      name: 'Moonshot API key',
      anchors: ['moonshot', 'kimi'],
      pattern: assigned('moonshot|kimi', KEY, 'sk-(?:kimi-)?[0-9A-Za-z]{48,64}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.moonshot.ai/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['MOONSHOT_API_KEY=sk-{alnum:48}', 'kimi: { apiKey: "sk-{alnum:48}" }'],
        no: ['MOONSHOT_API_KEY=sk-xxx', 'KIMI_API_KEY=sk-{alnum:12}'],
      },
    },
  ],
});
