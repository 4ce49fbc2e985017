import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'giphy',
  name: 'GIPHY',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developers.giphy.com/dashboard/' },
  rules: [
    {
      id: 'giphy-api-key',
      name: 'GIPHY API key',
      anchors: ['giphy'],
      pattern: assigned('giphy', KEY, '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search on your quota.',
      verify: { url: 'https://api.giphy.com/v1/gifs/trending?limit=1&api_key={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['GIPHY_API_KEY={alnum:32}', "giphyApiKey: '{alnum:32}'"],
        no: ['GIPHY_API_KEY=your_giphy_api_key', 'checksum = "{alnum:32}"', 'GIPHY_API_KEY={alnum:35}'],
      },
    },
    {
      id: 'giphy-url-key',
      name: 'GIPHY API key in an address',
      anchors: ['api.giphy.com'],
      pattern: /api\.giphy\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?api_key=([A-Za-z0-9]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Search on your quota.',
      samples: {
        yes: [
          'https://api.giphy.com/x?api_key={alnum:32}',
          'fetch("https://api.giphy.com/v1/x?q=a&api_key={alnum:32}")',
        ],
        no: ['https://api.giphy.com/x?api_key=YOUR_KEY', 'https://api.giphy.com/x?api_key=${KEY}'],
      },
    },
  ],
});
