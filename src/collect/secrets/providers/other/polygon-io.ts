import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'polygon-io',
  name: 'Polygon.io (Massive)',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://polygon.io/dashboard/keys' },
  rules: [
    {
      id: 'polygon-io-api-key',
      name: 'Polygon.io API key',
      anchors: ['polygon_api', 'polygon_io', 'polygonio', 'polygon.io', 'polygon_key', 'polygonapi'],
      pattern: assigned('polygon(?=[_.-]?(?:io|api|key))', KEY, '[A-Za-z0-9_]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for market data on your plan.',
      verify: {
        url: 'https://api.polygon.io/v3/reference/exchanges',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['POLYGON_API_KEY={alnum:32}', "polygonApiKey: '{alnum:32}'"],
        no: ['POLYGON_API_KEY=your_polygon_api_key', 'checksum = "{alnum:32}"', 'POLYGON_API_KEY={alnum:35}'],
      },
    },
  ],
});
