import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nytimes',
  name: 'New York Times',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.nytimes.com/my-apps' },
  rules: [
    {
      id: 'nytimes-api-key',
      name: 'New York Times API key',
      anchors: ['nytimes', 'nyt_api', 'nytapi', 'new_york_times', 'newyorktimes'],
      pattern: assigned('nytimes|nyt(?=[_.-]?api)|new[_.-]?york[_.-]?times', KEY, '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search articles on your quota.',
      samples: {
        yes: ['NYTIMES_API_KEY={alnum:32}', "nytimesApiKey: '{alnum:32}'"],
        no: ['NYTIMES_API_KEY=your_nytimes_api_key', 'checksum = "{alnum:32}"', 'NYTIMES_API_KEY={alnum:35}'],
      },
    },
    {
      id: 'nytimes-url-key',
      name: 'New York Times API key in an address',
      anchors: ['api.nytimes.com'],
      pattern: /api\.nytimes\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?api-key=([A-Za-z0-9]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Search articles on your quota.',
      samples: {
        yes: [
          'https://api.nytimes.com/x?api-key={alnum:32}',
          'fetch("https://api.nytimes.com/v1/x?q=a&api-key={alnum:32}")',
        ],
        no: ['https://api.nytimes.com/x?api-key=YOUR_KEY', 'https://api.nytimes.com/x?api-key=${KEY}'],
      },
    },
  ],
});
