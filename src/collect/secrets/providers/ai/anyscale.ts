import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'anyscale',
  name: 'Anyscale',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.anyscale.com',
  },
  rules: [
    {
      id: 'anyscale-api-key',
      name: 'Anyscale API key',
      anchors: ['esecret_', 'aph0_'],
      pattern: /\b((?:esecret_[0-9a-z]{26}|aph0_[\w-]{30,80}))(?![\w-])/,
      power: 'infrastructure',
      impact: 'Start clusters on your bill and run code there.',
      samples: {
        yes: ['ANYSCALE_API_KEY=esecret_{lower:26}', 'ANYSCALE_CLI_TOKEN=aph0_{alnum:50}'],
        no: ['esecret_...', 'aph0_{alnum:6}'],
      },
    },
  ],
});
