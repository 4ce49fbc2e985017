import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'perplexity',
  name: 'Perplexity',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://www.perplexity.ai/settings/api',
  },
  rules: [
    {
      id: 'perplexity-api-key',
      name: 'Perplexity API key',
      anchors: ['pplx-'],
      pattern: /\b(pplx-[0-9A-Za-z]{48})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.perplexity.ai/async/chat/completions',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['PERPLEXITY_API_KEY=pplx-{alnum:48}', '"Bearer pplx-{alnum:48}"'],
        no: ['pplx-70b-online', 'PERPLEXITY_API_KEY=pplx-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'],
      },
    },
  ],
});
