import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'instagram',
  name: 'Instagram',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developers.facebook.com/apps/' },
  rules: [
    {
      id: 'instagram-access-token',
      name: 'Instagram access token',
      anchors: ['IGQV', 'IGQW', 'IGAA'],
      pattern: /\b(IG(?:Q[VW]|AA)[A-Za-z0-9_-]{90,300})(?![\w-])/,
      reach: [16, 360],
      power: 'messages',
      impact: "Read the account's posts and messages, and post if it may.",
      samples: {
        yes: ['INSTAGRAM_TOKEN=IGQV{alnum:140}', 'token: "IGAA{alnum:160}"'],
        no: ['IGQVJ...', 'IGAA{alnum:12}'],
      },
    },
    {
      id: 'instagram-client-secret',
      name: 'Instagram app secret',
      anchors: ['instagram'],
      pattern: assigned('instagram', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish Instagram sign-ins in your name.',
      samples: {
        yes: ['INSTAGRAM_CLIENT_SECRET={hex:32}', "instagramClientSecret: '{hex:32}'"],
        no: [
          'INSTAGRAM_CLIENT_SECRET=your_instagram_client_secret',
          'checksum = "{hex:32}"',
          'INSTAGRAM_CLIENT_SECRET={hex:35}',
        ],
      },
    },
  ],
});
