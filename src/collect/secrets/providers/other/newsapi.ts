import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'newsapi',
  name: 'NewsAPI',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://newsapi.org/account' },
  rules: [
    {
      id: 'newsapi-api-key',
      name: 'NewsAPI key',
      anchors: ['newsapi', 'news_api'],
      pattern: assigned('news[_.-]?api', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search news on your plan.',
      verify: { url: 'https://newsapi.org/v2/top-headlines/sources?apiKey={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['NEWSAPI_KEY={hex:32}', "newsapiKey: '{hex:32}'"],
        no: ['NEWSAPI_KEY=your_newsapi_key', 'checksum = "{hex:32}"', 'NEWSAPI_KEY={hex:35}'],
      },
    },
    {
      id: 'newsapi-url-key',
      name: 'NewsAPI key in an address',
      anchors: ['newsapi.org'],
      pattern: /newsapi\.org[^\s"'`<>]{0,160}?[?&](?:amp;)?apiKey=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Search news on your plan.',
      samples: {
        yes: ['https://newsapi.org/x?apiKey={hex:32}', 'fetch("https://newsapi.org/v1/x?q=a&apiKey={hex:32}")'],
        no: ['https://newsapi.org/x?apiKey=YOUR_KEY', 'https://newsapi.org/x?apiKey=${KEY}'],
      },
    },
  ],
});
