import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lichess',
  name: 'Lichess',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://lichess.org/account/oauth/token' },
  rules: [
    {
      id: 'lichess-access-token',
      name: 'Lichess access token',
      anchors: ['lip_'],
      pattern: /(?<![\w-])(lip_[A-Za-z0-9]{20})(?![\w-])/,
      power: 'limited',
      impact: 'Play and write as the person.',
      verify: {
        url: 'https://lichess.org/api/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['LICHESS_TOKEN=lip_{alnum:20}', '"lip_{alnum:20}"'], no: ['lip_sync', 'flip_{alnum:20}'] },
    },
  ],
});
