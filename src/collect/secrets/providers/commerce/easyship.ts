import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'easyship',
  name: 'Easyship',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://app.easyship.com/connect' },
  rules: [
    {
      id: 'easyship-token',
      name: 'Easyship access token',
      anchors: ['easyship'],
      pattern: assigned('easyship', 'key|token|secret', 'prod_[A-Za-z0-9+/]{40,60}={0,2}'),
      power: 'spend',
      impact: 'Buy shipping labels on your account and read the addresses of your customers.',
      samples: {
        yes: ['EASYSHIP_TOKEN=prod_{alnum:43}=', 'easyship: { accessToken: "prod_{base64:42}a=" }'],
        no: ['EASYSHIP_TOKEN=prod_your_token', 'TOKEN=prod_{alnum:43}='],
      },
    },
    {
      id: 'easyship-sandbox-token',
      name: 'Easyship sandbox token',
      anchors: ['easyship'],
      pattern: assigned('easyship', 'key|token|secret', 'sand_[A-Za-z0-9+/]{40,60}={0,2}'),
      power: 'limited',
      testMode: true,
      impact: 'Make test labels; nothing is bought.',
      samples: {
        yes: ['EASYSHIP_TOKEN=sand_{alnum:43}=', "easyship: { token: 'sand_{alnum:43}=' }"],
        no: ['EASYSHIP_TOKEN=sand_token', 'TOKEN=sand_{alnum:43}='],
      },
    },
  ],
});
