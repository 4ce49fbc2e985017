import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'flickr',
  name: 'Flickr',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.flickr.com/services/apps/by/me' },
  rules: [
    {
      id: 'flickr-api-key',
      name: 'Flickr API key',
      anchors: ['flickr'],
      pattern: assigned('flickr', 'key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search photos on your quota.',
      pairsWith: ['flickr-secret'],
      samples: {
        yes: ['FLICKR_API_KEY={hex:32}', "flickrApiKey: '{hex:32}'"],
        no: ['FLICKR_API_KEY=your_flickr_api_key', 'checksum = "{hex:32}"', 'FLICKR_API_KEY={hex:35}'],
      },
    },
    {
      id: 'flickr-secret',
      name: 'Flickr secret',
      anchors: ['flickr'],
      pattern: assigned('flickr', 'secret', '[0-9a-f]{16}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Finish Flickr sign-ins in the name of your app.',
      samples: {
        yes: ['FLICKR_SECRET={hex:16}', "flickrSecret: '{hex:16}'"],
        no: ['FLICKR_SECRET=your_flickr_secret', 'checksum = "{hex:16}"', 'FLICKR_SECRET={hex:19}'],
      },
    },
  ],
});
