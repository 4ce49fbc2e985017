import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pusher',
  name: 'Pusher',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.pusher.com/',
    notes: ['An app can have several key pairs: add one, deploy it, remove the old.'],
  },
  rules: [
    {
      id: 'pusher-secret',
      name: 'Pusher Channels secret',
      anchors: ['pusher'],
      pattern: assigned('pusher', 'secret', '[0-9a-f]{20}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send any live event to every browser that is connected, and listen to private channels.',
      pairsWith: ['pusher-key'],
      samples: {
        yes: ['PUSHER_APP_SECRET={hex:20}', "pusherAppSecret: '{hex:20}'", 'PUSHER_SECRET="{hex:20}"'],
        no: ['PUSHER_APP_SECRET=your_pusher_app_secret', 'checksum = "{hex:20}"', 'PUSHER_APP_SECRET={hex:23}'],
      },
    },
    {
      id: 'pusher-key',
      name: 'Pusher Channels key',
      anchors: ['pusher'],
      pattern: assigned('pusher', 'key', '[0-9a-f]{20}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers need it to connect.',
      samples: {
        yes: ['NEXT_PUBLIC_PUSHER_KEY={hex:20}', "nextPublicPusherKey: '{hex:20}'"],
        no: [
          'NEXT_PUBLIC_PUSHER_KEY=your_next_public_pusher_key',
          'checksum = "{hex:20}"',
          'NEXT_PUBLIC_PUSHER_KEY={hex:23}',
        ],
      },
    },
    {
      id: 'pusher-beams-key',
      name: 'Pusher Beams secret key',
      anchors: ['pusher'],
      pattern: assigned('pusher', 'key|secret', '[0-9A-F]{64}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Push notifications to every device that installed your app.',
      samples: {
        yes: ['PUSHER_BEAMS_SECRET_KEY={HEX:64}', "pusherBeamsSecretKey: '{HEX:64}'"],
        no: [
          'PUSHER_BEAMS_SECRET_KEY=your_pusher_beams_secret_key',
          'checksum = "{HEX:64}"',
          'PUSHER_BEAMS_SECRET_KEY={HEX:67}',
        ],
      },
    },
  ],
});
