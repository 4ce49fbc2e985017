import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sparkpost',
  name: 'SparkPost',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.sparkpost.com/account/api-keys',
  },
  rules: [
    {
      id: 'sparkpost-api-key',
      name: 'SparkPost API key',
      anchors: ['sparkpost'],
      pattern: assigned('sparkpost', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      verify: {
        url: 'https://api.sparkpost.com/api/v1/account',
        headers: { authorization: '{secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: ['SPARKPOST_API_KEY={hex:40}', 'new SparkPost({ key: "{hex:40}" })'],
        no: ['SPARKPOST_API_KEY={hex:20}', 'SPARKPOST_API_KEY=<your key>'],
      },
    },
  ],
});
