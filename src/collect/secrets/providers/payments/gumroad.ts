import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gumroad',
  name: 'Gumroad',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://gumroad.com/settings/advanced' },
  rules: [
    {
      id: 'gumroad-access-token',
      name: 'Gumroad access token',
      anchors: ['gumroad'],
      pattern: assigned('gumroad', 'token|key|secret|private', '(?:[0-9a-f]{64}|[A-Za-z0-9_-]{43})'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Refund sales, change products, and read every buyer.',
      verify: {
        url: 'https://api.gumroad.com/v2/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GUMROAD_ACCESS_TOKEN={hex:64}', '"gumroad": { "accessToken": "{base64url:42}a" }'],
        no: ['GUMROAD_ACCESS_TOKEN=your_access_token', 'ACCESS_TOKEN={hex:64}', 'GUMROAD_ACCESS_TOKEN={hex:20}'],
      },
    },
  ],
});
