import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tavily',
  name: 'Tavily',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.tavily.com',
  },
  rules: [
    {
      id: 'tavily-api-key',
      name: 'Tavily API key',
      anchors: ['tvly-'],
      pattern: /\b(tvly-(?:(?:dev|prod)-)?[0-9A-Za-z]{32,64}(?:-[0-9A-Za-z]{4,64})?)(?![\w-])/,
      power: 'spend',
      impact: 'Search the web on your plan.',
      verify: {
        url: 'https://api.tavily.com/usage',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TAVILY_API_KEY=tvly-dev-{alnum:32}', 'tavily({ apiKey: "tvly-{alnum:32}" })'],
        no: ['tvly-YOUR_API_KEY', 'TAVILY_API_KEY=tvly-{alnum:10}'],
      },
    },
  ],
});
