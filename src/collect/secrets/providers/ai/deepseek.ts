import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'deepseek',
  name: 'DeepSeek',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.deepseek.com/api_keys',
  },
  rules: [
    {
      id: 'deepseek-api-key',
      name: 'DeepSeek API key',
      anchors: ['deepseek'],
      pattern: assigned('deepseek', KEY, 'sk-[0-9a-f]{32}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.deepseek.com/user/balance',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['DEEPSEEK_API_KEY=sk-{hex:32}', 'deepseek: { apiKey: "sk-{hex:32}" }'],
        no: ['DEEPSEEK_API_KEY=sk-your-key', 'DEEPSEEK_API_KEY=sk-{hex:12}'],
      },
    },
  ],
});
