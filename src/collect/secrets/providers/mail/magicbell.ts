import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'magicbell',
  name: 'MagicBell',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://app.magicbell.com',
  },
  rules: [
    {
      id: 'magicbell-api-secret',
      name: 'MagicBell API secret',
      anchors: ['magicbell'],
      pattern: assigned('magicbell', 'secret(?:[_-]?key)?', '[0-9A-Za-z+/_-]{28,44}={0,2}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Notify any of your users, and read their notifications.',
      samples: {
        yes: ['MAGICBELL_API_SECRET={alnum:40}', 'magicbell_secret_key: "{alnum:32}"'],
        no: ['MAGICBELL_API_KEY={hex:40}', 'MAGICBELL_API_SECRET=secret'],
      },
    },
  ],
});
