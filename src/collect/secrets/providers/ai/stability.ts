import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'stability',
  name: 'Stability AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.stability.ai/account/keys',
  },
  rules: [
    {
      id: 'stability-api-key',
      name: 'Stability AI API key',
      anchors: ['stability'],
      pattern: assigned('stability', KEY, 'sk-[0-9A-Za-z]{48}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.stability.ai/v1/user/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['STABILITY_API_KEY=sk-{alnum:48}', 'stabilityAI: { apiKey: "sk-{alnum:48}" }'],
        no: ['STABILITY_API_KEY=sk-xxx', 'STABILITY_API_KEY=sk-{alnum:20}'],
      },
    },
  ],
});
