import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bright-data',
  name: 'Bright Data',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://brightdata.com/cp/setting/users' },
  rules: [
    {
      id: 'bright-data-api-token',
      name: 'Bright Data API token',
      anchors: ['brightdata', 'bright_data', 'luminati'],
      pattern: assigned(
        '(?:bright[_.-]?data|luminati)',
        'token|key',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use proxies and scrapers on your bill.',
      samples: {
        yes: ['BRIGHTDATA_API_TOKEN={hex:64}', "brightdataApiToken: '{hex:64}'"],
        no: [
          'BRIGHTDATA_API_TOKEN=your_brightdata_api_token',
          'checksum = "{hex:64}"',
          'BRIGHTDATA_API_TOKEN={hex:67}',
        ],
      },
    },
  ],
});
