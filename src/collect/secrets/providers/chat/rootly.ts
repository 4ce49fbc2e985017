import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rootly',
  name: 'Rootly',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://rootly.com/account' },
  rules: [
    {
      id: 'rootly-api-key',
      name: 'Rootly API key',
      anchors: ['rootly_'],
      pattern: /\b(rootly_[0-9a-f]{64})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read and change your incidents.',
      verify: {
        url: 'https://api.rootly.com/v1/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['ROOTLY_API_KEY=rootly_{hex:64}', '"rootly_{hex:64}"'], no: ['rootly_short', 'rootly_api_key'] },
    },
  ],
});
