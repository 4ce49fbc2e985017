import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'monday',
  name: 'monday.com',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://monday.com/developers/apps' },
  rules: [
    {
      id: 'monday-api-token',
      name: 'monday.com API token',
      anchors: ['monday_api', 'monday_token', 'monday_access', 'mondayapi', 'mondaytoken', 'monday.com', 'monday_com'],
      pattern: assigned(
        'monday(?=[_.-]?(?:com|api|token|access))',
        'api|token',
        'eyJ[\\w-]{10,60}\\.eyJ[\\w-]{60,500}\\.[\\w-]{40,100}',
      ),
      reach: [48, 700],
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every board the person can see.',
      verify: {
        url: 'https://api.monday.com/v2',
        method: 'POST',
        headers: { authorization: '{secret}', 'content-type': 'application/json' },
        body: '{"query":"{ me { id } }"}',
        live: [200],
        dead: [401],
        liveText: '"me"',
      },
      samples: {
        yes: [
          'MONDAY_API_TOKEN={jwt:{"tid":412345678,"aai":11,"uid":12345678,"iad":"2025-01-01T00:00:00.000Z","per":"me:write"}}',
          'mondayApiToken: \'{jwt:{"tid":412345678,"aai":11,"uid":12345678,"iad":"2025-01-01T00:00:00.000Z","per":"me:write"}}\'',
        ],
        no: [
          'MONDAY_API_TOKEN=your_monday_api_token',
          'checksum = "{jwt:{"tid":412345678,"aai":11,"uid":12345678,"iad":"2025-01-01T00:00:00.000Z","per":"me:write"}}"',
        ],
      },
    },
  ],
});
