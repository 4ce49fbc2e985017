import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'replicate',
  name: 'Replicate',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://replicate.com/account/api-tokens',
  },
  rules: [
    {
      id: 'replicate-api-token',
      name: 'Replicate API token',
      anchors: ['r8_'],
      pattern: /\b(r8_[0-9A-Za-z]{37})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.replicate.com/v1/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['REPLICATE_API_TOKEN=r8_{alnum:37}', 'new Replicate({ auth: "r8_{alnum:37}" })'],
        no: ['REPLICATE_API_TOKEN=r8_xxx', 'r8_{alnum:20}', 'char8_{alnum:37}'],
      },
    },
  ],
});
