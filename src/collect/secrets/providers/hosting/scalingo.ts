import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'scalingo',
  name: 'Scalingo',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.scalingo.com/account/tokens',
  },
  rules: [
    {
      id: 'scalingo-api-token',
      name: 'Scalingo API token',
      anchors: ['tk-us-'],
      pattern: /(?<![\w-])(tk-us-[\w-]{48})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: ['SCALINGO_API_TOKEN=tk-us-{base64url:47}a', '"tk-us-{base64url:47}b"'],
        no: ['tk-us-xxx', 'tk-us-{alnum:10}'],
      },
    },
  ],
});
