import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'imgur',
  name: 'Imgur',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://imgur.com/account/settings/apps' },
  rules: [
    {
      id: 'imgur-client-secret',
      name: 'Imgur client secret',
      anchors: ['imgur'],
      pattern: assigned('imgur', 'secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Act as your Imgur app.',
      samples: {
        yes: ['IMGUR_CLIENT_SECRET={hex:40}', "imgurClientSecret: '{hex:40}'"],
        no: ['IMGUR_CLIENT_SECRET=your_imgur_client_secret', 'checksum = "{hex:40}"', 'IMGUR_CLIENT_SECRET={hex:43}'],
      },
    },
  ],
});
