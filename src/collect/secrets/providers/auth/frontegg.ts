import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'frontegg',
  name: 'Frontegg',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://portal.frontegg.com/' },
  rules: [
    {
      id: 'frontegg-api-key',
      name: 'Frontegg API key',
      anchors: ['frontegg', 'fe_api', 'fe_client'],
      pattern: assigned(
        'frontegg|\\bfe_',
        'api[_-]?key|secret',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'With the client id: read and change every user and tenant.',
      samples: {
        yes: [
          'FRONTEGG_API_KEY={uuid}',
          "FronteggContext.init({ FRONTEGG_CLIENT_ID: 'x', FRONTEGG_API_KEY: '{uuid}' })",
        ],
        no: ['FRONTEGG_API_KEY=your-api-key', 'API_KEY={uuid}', 'FRONTEGG_CLIENT_ID={uuid}'],
      },
    },
  ],
});
