import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pingdom',
  name: 'Pingdom',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://my.pingdom.com/app/api-tokens' },
  rules: [
    {
      id: 'pingdom-api-token',
      name: 'Pingdom API token',
      anchors: ['pingdom'],
      pattern: assigned('pingdom', KEY, '[A-Za-z0-9_-]{86}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and pause your monitors.',
      verify: {
        url: 'https://api.pingdom.com/api/3.1/credits',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PINGDOM_API_TOKEN={alnum:86}', "pingdomApiToken: '{alnum:86}'"],
        no: ['PINGDOM_API_TOKEN=your_pingdom_api_token', 'checksum = "{alnum:86}"', 'PINGDOM_API_TOKEN={alnum:89}'],
      },
    },
  ],
});
