import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'beehiiv',
  name: 'beehiiv',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.beehiiv.com/settings/workspace/api',
  },
  rules: [
    {
      id: 'beehiiv-api-key',
      name: 'beehiiv API key',
      anchors: ['beehiiv'],
      pattern: assigned('beehiiv', KEY, '[0-9A-Za-z]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every subscriber of your publication.',
      verify: {
        url: 'https://api.beehiiv.com/v2/publications',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['BEEHIIV_API_KEY={alnum:64}', '"beehiiv": { "apiKey": "{alnum:64}" }'],
        no: ['BEEHIIV_API_KEY=your-api-key', 'BEEHIIV_PUBLICATION_ID=pub_{uuid}'],
      },
    },
  ],
});
