import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'helicone',
  name: 'Helicone',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://us.helicone.ai/settings/api-keys',
  },
  rules: [
    {
      id: 'helicone-api-key',
      name: 'Helicone API key',
      anchors: ['sk-helicone-'],
      pattern: /\b(sk-helicone-(?:(?:eu|cp|rp|wr)-)?[0-9a-z]{7}(?:-[0-9a-z]{7}){3})(?![\w-])/,
      power: 'data',
      impact: 'Read every logged prompt and answer, your users’ messages included.',
      samples: {
        yes: [
          'HELICONE_API_KEY=sk-helicone-{lower:7}-{lower:7}-{lower:7}-{lower:7}',
          '"Helicone-Auth": "Bearer sk-helicone-eu-{lower:7}-{lower:7}-{lower:7}-{lower:7}"',
        ],
        no: ['sk-helicone-...', 'HELICONE_API_KEY=sk-helicone-your-key'],
      },
    },
  ],
});
