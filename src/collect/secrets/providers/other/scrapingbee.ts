import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'scrapingbee',
  name: 'ScrapingBee',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://app.scrapingbee.com/dashboard' },
  rules: [
    {
      id: 'scrapingbee-api-key',
      name: 'ScrapingBee API key',
      anchors: ['scrapingbee', 'scraping_bee'],
      pattern: assigned('scraping[_.-]?bee', KEY, '[A-Z0-9]{80}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Fetch pages on your credits.',
      verify: { url: 'https://app.scrapingbee.com/api/v1/usage?api_key={secret}', live: [200], dead: [401] },
      samples: {
        yes: ['SCRAPINGBEE_API_KEY={upper:80}', "scrapingbeeApiKey: '{upper:80}'"],
        no: [
          'SCRAPINGBEE_API_KEY=your_scrapingbee_api_key',
          'checksum = "{upper:80}"',
          'SCRAPINGBEE_API_KEY={upper:83}',
        ],
      },
    },
  ],
});
