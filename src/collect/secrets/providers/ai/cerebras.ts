import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cerebras',
  name: 'Cerebras',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.cerebras.ai/platform',
  },
  rules: [
    {
      id: 'cerebras-api-key',
      name: 'Cerebras API key',
      anchors: ['csk-'],
      pattern: /\b(csk-[0-9a-z]{48})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.cerebras.ai/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['CEREBRAS_API_KEY=csk-{lower:48}', 'apiKey: "csk-{lower:48}"'],
        no: ['csk-your-key', 'csk-{lower:20}'],
      },
    },
  ],
});
