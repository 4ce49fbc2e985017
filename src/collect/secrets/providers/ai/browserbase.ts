import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'browserbase',
  name: 'Browserbase',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://www.browserbase.com/settings',
  },
  rules: [
    {
      id: 'browserbase-api-key',
      name: 'Browserbase API key',
      anchors: ['bb_live_'],
      pattern: /\b(bb_live_[\w-]{24,40})(?![\w-])/,
      power: 'data',
      impact: 'Open browsers on your plan, and replay recorded sessions with their logged-in state.',
      verify: {
        url: 'https://api.browserbase.com/v1/projects',
        headers: { 'x-bb-api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['BROWSERBASE_API_KEY=bb_live_{alnum:27}', 'apiKey: "bb_live_{alnum:27}"'],
        no: ['bb_live_xxx', 'BROWSERBASE_API_KEY=bb_live_your_key_here_please'],
      },
    },
  ],
});
