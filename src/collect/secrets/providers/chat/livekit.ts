import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'livekit',
  name: 'LiveKit',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://cloud.livekit.io/' },
  rules: [
    {
      id: 'livekit-api-secret',
      name: 'LiveKit API secret',
      anchors: ['livekit', 'live_kit'],
      pattern: assigned('live[_.-]?kit', 'secret', '[A-Za-z0-9]{40,50}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Join and record any room, and sign in to calls as anybody.',
      samples: {
        yes: ['LIVEKIT_API_SECRET={alnum:43}', "livekitApiSecret: '{alnum:43}'"],
        no: ['LIVEKIT_API_SECRET=your_livekit_api_secret', 'checksum = "{alnum:43}"'],
      },
    },
  ],
});
