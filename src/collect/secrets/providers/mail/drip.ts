import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'drip',
  name: 'Drip',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://www.getdrip.com/user/edit',
  },
  rules: [
    {
      id: 'drip-api-token',
      name: 'Drip API token',
      anchors: ['drip_api', 'drip_token', 'getdrip'],
      pattern: assigned('(?<![a-z])drip(?=_api|_token)|getdrip', 'token|key', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every subscriber and order of your Drip accounts.',
      verify: { url: 'https://api.getdrip.com/v2/user', basic: '{secret}:', live: [200], dead: [401] },
      samples: {
        yes: ['DRIP_API_TOKEN={hex:32}', 'drip_api_key: "{hex:32}"'],
        no: ['DRIP_ACCOUNT_ID={digit:7}', 'DRIP_API_TOKEN=token'],
      },
    },
  ],
});
