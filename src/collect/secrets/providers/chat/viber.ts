import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'viber',
  name: 'Viber',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://partners.viber.com/' },
  rules: [
    {
      id: 'viber-auth-token',
      name: 'Viber bot token',
      anchors: ['viber'],
      pattern: assigned('viber', KEY, '[0-9a-f]{16}-[0-9a-f]{16}-[0-9a-f]{16}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Write to everybody who subscribed to your bot.',
      samples: {
        yes: ['VIBER_AUTH_TOKEN={hex:16}-{hex:16}-{hex:16}', "viberAuthToken: '{hex:16}-{hex:16}-{hex:16}'"],
        no: ['VIBER_AUTH_TOKEN=your_viber_auth_token', 'checksum = "{hex:16}-{hex:16}-{hex:16}"'],
      },
    },
  ],
});
