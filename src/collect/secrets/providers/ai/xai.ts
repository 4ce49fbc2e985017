import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'xai',
  name: 'xAI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.x.ai',
  },
  rules: [
    {
      id: 'xai-api-key',
      name: 'xAI API key',
      anchors: ['xai-'],
      pattern: /\b(xai-[0-9A-Za-z]{70,120})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.x.ai/v1/api-key',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [400, 401],
      },
      samples: {
        yes: ['XAI_API_KEY=xai-{alnum:80}', 'createXai({ apiKey: "xai-{alnum:80}" })'],
        no: ['XAI_API_KEY=xai-your-key', 'xai-{alnum:30}'],
      },
    },
  ],
});
