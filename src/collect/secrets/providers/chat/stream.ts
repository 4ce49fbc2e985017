import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'stream',
  name: 'Stream (getstream.io)',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.getstream.io/',
    notes: ['Stream allows a second secret while the old one still works: ask for it before you revoke.'],
  },
  rules: [
    {
      id: 'stream-api-secret',
      name: 'Stream API secret',
      anchors: [
        'stream_secret',
        'stream_api',
        'streamapi',
        'stream-api',
        'stream_app',
        'stream_chat',
        'streamchat',
        'getstream',
        'stream_io',
        'stream_video',
      ],
      pattern: assigned('(?:get)?stream(?=[_.-]?(?:io|chat|video|app|api|secret))', 'secret', '[a-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Sign in to your chat as any user, read every conversation, and delete them.',
      samples: {
        yes: ['STREAM_API_SECRET={lower:64}', "streamApiSecret: '{lower:64}'", 'STREAM_SECRET_KEY="{lower:64}"'],
        no: ['STREAM_API_SECRET=your_stream_api_secret', 'checksum = "{lower:64}"', 'STREAM_API_SECRET={lower:67}'],
      },
    },
  ],
});
