import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'daytona',
  name: 'Daytona',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.daytona.io/dashboard/keys',
  },
  rules: [
    {
      id: 'daytona-api-key',
      name: 'Daytona API key',
      anchors: ['dtn_'],
      pattern: /\b(dtn_[0-9a-f]{64})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Start sandboxes on your bill, and enter those that run.',
      samples: {
        yes: ['DAYTONA_API_KEY=dtn_{hex:64}', 'apiKey: "dtn_{hex:64}"'],
        no: ['dtn_your_key', 'dtn_{hex:20}'],
      },
    },
  ],
});
