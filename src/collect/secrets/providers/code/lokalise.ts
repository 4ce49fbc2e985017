import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lokalise',
  name: 'Lokalise',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.lokalise.com/profile#apitokens' },
  rules: [
    {
      id: 'lokalise-api-token',
      name: 'Lokalise API token',
      anchors: ['lokalise'],
      pattern: assigned('lokalise', 'token|key', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read and change your translations.',
      verify: {
        url: 'https://api.lokalise.com/api2/projects?limit=1',
        headers: { 'x-api-token': '{secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['LOKALISE_API_TOKEN={hex:40}', "lokaliseApiToken: '{hex:40}'"],
        no: ['LOKALISE_API_TOKEN=your_lokalise_api_token', 'checksum = "{hex:40}"', 'LOKALISE_API_TOKEN={hex:43}'],
      },
    },
  ],
});
