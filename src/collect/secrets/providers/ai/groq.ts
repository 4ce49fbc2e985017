import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'groq',
  name: 'Groq',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.groq.com/keys',
  },
  rules: [
    {
      id: 'groq-api-key',
      name: 'Groq API key',
      anchors: ['gsk_'],
      pattern: /\b(gsk_[0-9A-Za-z]{52})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.groq.com/openai/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GROQ_API_KEY=gsk_{alnum:52}', 'new Groq({ apiKey: "gsk_{alnum:52}" })'],
        no: ['GROQ_API_KEY=gsk_xxx', 'gsk_{alnum:24}'],
      },
    },
  ],
});
