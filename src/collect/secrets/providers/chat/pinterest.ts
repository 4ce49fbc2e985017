import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pinterest',
  name: 'Pinterest',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developers.pinterest.com/apps/' },
  rules: [
    {
      id: 'pinterest-access-token',
      name: 'Pinterest access token',
      anchors: ['pina_'],
      pattern: /\b(pina_[A-Za-z0-9_-]{32,200})(?![\w-])/,
      power: 'data',
      impact: "Read and write the account's boards, and its ads if it may.",
      verify: {
        url: 'https://api.pinterest.com/v5/user_account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['PINTEREST_TOKEN=pina_{alnum:64}', '"pina_{alnum:80}"'],
        no: ['pina_colada', 'pina_{alnum:10}'],
      },
    },
    {
      id: 'pinterest-app-secret',
      name: 'Pinterest app secret',
      anchors: ['pinterest'],
      pattern: assigned('pinterest', 'secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish Pinterest sign-ins in your name.',
      samples: {
        yes: ['PINTEREST_APP_SECRET={hex:40}', "pinterestAppSecret: '{hex:40}'"],
        no: [
          'PINTEREST_APP_SECRET=your_pinterest_app_secret',
          'checksum = "{hex:40}"',
          'PINTEREST_APP_SECRET={hex:43}',
        ],
      },
    },
  ],
});
