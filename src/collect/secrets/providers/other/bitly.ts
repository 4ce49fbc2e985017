import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bitly',
  name: 'Bitly',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.bitly.com/settings/api/' },
  rules: [
    {
      id: 'bitly-access-token',
      name: 'Bitly access token',
      anchors: ['bitly', 'bit_ly'],
      pattern: assigned('bit[_.-]??ly', 'token|key', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Make links in your name, and change where yours lead if the plan allows.',
      verify: {
        url: 'https://api-ssl.bitly.com/v4/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['BITLY_ACCESS_TOKEN={hex:40}', "bitlyAccessToken: '{hex:40}'"],
        no: ['BITLY_ACCESS_TOKEN=your_bitly_access_token', 'checksum = "{hex:40}"', 'BITLY_ACCESS_TOKEN={hex:43}'],
      },
    },
  ],
});
