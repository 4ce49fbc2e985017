import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pixabay',
  name: 'Pixabay',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://pixabay.com/api/docs/' },
  rules: [
    {
      id: 'pixabay-api-key',
      name: 'Pixabay API key',
      anchors: ['pixabay'],
      pattern: assigned('pixabay', '', '\\d{6,9}-[0-9a-f]{25}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search photos on your quota.',
      verify: { url: 'https://pixabay.com/api/?per_page=3&key={secret}', live: [200], dead: [400, 401] },
      samples: {
        yes: ['PIXABAY_API_KEY={digit:8}-{hex:25}', "pixabayApiKey: '{digit:8}-{hex:25}'"],
        no: [
          'PIXABAY_API_KEY=your_pixabay_api_key',
          'checksum = "{digit:8}-{hex:25}"',
          'PIXABAY_API_KEY={digit:8}-{hex:28}',
        ],
      },
    },
  ],
});
