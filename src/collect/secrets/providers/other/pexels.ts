import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pexels',
  name: 'Pexels',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.pexels.com/api/new/' },
  rules: [
    {
      id: 'pexels-api-key',
      name: 'Pexels API key',
      anchors: ['pexels'],
      pattern: assigned('pexels', KEY, '[A-Za-z0-9]{56}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search photos on your quota.',
      verify: {
        url: 'https://api.pexels.com/v1/curated?per_page=1',
        headers: { authorization: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['PEXELS_API_KEY={alnum:56}', "pexelsApiKey: '{alnum:56}'"],
        no: ['PEXELS_API_KEY=your_pexels_api_key', 'checksum = "{alnum:56}"', 'PEXELS_API_KEY={alnum:59}'],
      },
    },
  ],
});
