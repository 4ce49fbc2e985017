import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tally',
  name: 'Tally',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://tally.so/settings/api-keys' },
  rules: [
    {
      id: 'tally-api-key',
      name: 'Tally API key',
      anchors: ['tly-'],
      pattern: /(?<![\w-])(tly-[A-Za-z0-9]{32})(?![\w-])/,
      power: 'data',
      impact: 'Read every answer people gave in your forms.',
      verify: {
        url: 'https://api.tally.so/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['TALLY_API_KEY=tly-{alnum:32}', '"tly-{alnum:32}"'], no: ['tly-short', 'lightly-{alnum:32}'] },
    },
  ],
});
