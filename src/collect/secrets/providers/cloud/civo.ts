import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'civo',
  name: 'Civo',
  category: 'cloud',
  rotation: {
    kind: 'instant',
    at: 'https://dashboard.civo.com/security',
  },
  rules: [
    {
      id: 'civo-api-key',
      name: 'Civo API key',
      anchors: ['civo_', 'civo-', 'civoapi', 'civo.com'],
      pattern: assigned(String.raw`\bcivo`, KEY, '[0-9A-Za-z]{50}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Create and destroy your clusters and servers.',
      verify: {
        url: 'https://api.civo.com/v2/quota',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CIVO_TOKEN={alnum:50}', 'civo_api_key: "{alnum:50}"'],
        no: ['CIVO_TOKEN=token', 'CIVO_TOKEN={alnum:12}'],
      },
    },
  ],
});
