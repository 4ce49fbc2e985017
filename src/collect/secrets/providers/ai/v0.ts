import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'v0',
  name: 'v0',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://v0.app/chat/settings/keys',
  },
  rules: [
    {
      id: 'v0-api-key',
      name: 'v0 API key',
      anchors: ['v0_api_key', 'v0apikey', 'v1:'],
      pattern: assigned('(?<![a-z0-9])v0', 'key', 'v1:[0-9A-Za-z]{24}:[0-9A-Za-z]{24}'),
      power: 'spend',
      impact: 'Generate on your plan, and read your chats and projects.',
      verify: {
        url: 'https://api.v0.dev/v1/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['V0_API_KEY=v1:{alnum:24}:{alnum:24}', 'v0ApiKey: "v1:{alnum:24}:{alnum:24}"'],
        no: ['V0_API_KEY=your-key', 'V0_API_KEY=v1:{alnum:8}'],
      },
    },
  ],
});
