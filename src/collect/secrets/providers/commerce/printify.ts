import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'printify',
  name: 'Printify',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://printify.com/app/account/api' },
  rules: [
    {
      id: 'printify-token',
      name: 'Printify API token',
      anchors: ['printify'],
      pattern: assigned(
        'printify',
        'key|token|secret',
        'eyJ[A-Za-z0-9_-]{20,200}\\.eyJ[A-Za-z0-9_-]{60,1200}\\.[A-Za-z0-9_-]{80,1000}',
      ),
      reach: [24, 2400],
      power: 'spend',
      impact: 'Order prints at your cost and read the addresses of your customers.',
      verify: {
        url: 'https://api.printify.com/v1/shops.json',
        headers: { authorization: 'Bearer {secret}', 'user-agent': 'launch-ready' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'PRINTIFY_API_TOKEN=eyJ{base64url:48}.eyJ{base64url:400}.{base64url:681}a',
          'printify: { token: "eyJ{base64url:48}.eyJ{base64url:380}.{base64url:681}a" }',
        ],
        no: ['PRINTIFY_API_TOKEN=your_token', 'PRINTIFY_API_TOKEN=eyJ{base64url:40}'],
      },
    },
  ],
});
