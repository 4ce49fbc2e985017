import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'e2b',
  name: 'E2B',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://e2b.dev/dashboard?tab=keys',
  },
  rules: [
    {
      id: 'e2b-api-key',
      name: 'E2B API key',
      anchors: ['e2b_'],
      pattern: /\b(e2b_[0-9a-f]{40})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Start sandboxes on your bill, and enter those that run.',
      verify: { url: 'https://api.e2b.dev/sandboxes', headers: { 'x-api-key': '{secret}' }, live: [200], dead: [401] },
      samples: {
        yes: ['E2B_API_KEY=e2b_{hex:40}', 'apiKey: "e2b_{hex:40}"'],
        no: ['e2b_code_interpreter', 'E2B_API_KEY=e2b_***'],
      },
    },
  ],
});
