import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'openrouter',
  name: 'OpenRouter',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://openrouter.ai/settings/keys',
    notes: ['Give the new key a credit limit.'],
  },
  rules: [
    {
      id: 'openrouter-api-key',
      name: 'OpenRouter API key',
      anchors: ['sk-or-v1-'],
      pattern: /\b(sk-or-v1-[0-9a-f]{64})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://openrouter.ai/api/v1/key',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['OPENROUTER_API_KEY=sk-or-v1-{hex:64}', 'Authorization: "Bearer sk-or-v1-{hex:64}"'],
        no: ['sk-or-v1-xxxxxxxx', 'sk-or-v1-{hex:32}'],
      },
    },
  ],
});
