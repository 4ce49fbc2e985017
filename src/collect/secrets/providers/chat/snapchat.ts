import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'snapchat',
  name: 'Snapchat',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://business.snapchat.com/' },
  rules: [
    {
      id: 'snapchat-client-secret',
      name: 'Snapchat client secret',
      anchors: ['snapchat', 'snap_client', 'snap_oauth'],
      pattern: assigned('snap(?:chat)?', 'secret', '[0-9a-f]{20}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Act for the ad accounts that allowed your app.',
      samples: {
        yes: ['SNAPCHAT_CLIENT_SECRET={hex:20}', "snapchatClientSecret: '{hex:20}'"],
        no: [
          'SNAPCHAT_CLIENT_SECRET=your_snapchat_client_secret',
          'checksum = "{hex:20}"',
          'SNAPCHAT_CLIENT_SECRET={hex:23}',
        ],
      },
    },
  ],
});
