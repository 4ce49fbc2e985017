import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'scraperapi',
  name: 'ScraperAPI',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://dashboard.scraperapi.com/' },
  rules: [
    {
      id: 'scraperapi-api-key',
      name: 'ScraperAPI key',
      anchors: ['scraperapi', 'scraper_api'],
      pattern: assigned('scraper[_.-]?api', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Fetch pages on your credits.',
      verify: { url: 'https://api.scraperapi.com/account?api_key={secret}', live: [200], dead: [401, 403] },
      samples: {
        yes: ['SCRAPERAPI_KEY={hex:32}', "scraperapiKey: '{hex:32}'"],
        no: ['SCRAPERAPI_KEY=your_scraperapi_key', 'checksum = "{hex:32}"', 'SCRAPERAPI_KEY={hex:35}'],
      },
    },
  ],
});
