import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'val-town',
  name: 'Val Town',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://www.val.town/settings/api' },
  rules: [
    {
      id: 'val-town-api-token',
      name: 'Val Town API token',
      anchors: ['vtwn_'],
      pattern: /\b(vtwn_[A-Za-z0-9_-]{24,40})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read and change your vals, with the secrets they use.',
      verify: {
        url: 'https://api.val.town/v1/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['VALTOWN_TOKEN=vtwn_{alnum:32}', '"vtwn_{alnum:32}"'], no: ['vtwn_token'] },
    },
  ],
});
