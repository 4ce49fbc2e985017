import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'imgix',
  name: 'imgix',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.imgix.com/api-keys',
  },
  rules: [
    {
      id: 'imgix-api-key',
      name: 'imgix API key',
      anchors: ['imgix'],
      pattern: assigned('imgix', KEY, 'ak_[0-9a-f]{64}'),
      power: 'data',
      impact: 'Change your image sources and purge images.',
      verify: {
        url: 'https://api.imgix.com/api/v1/sources',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['IMGIX_API_KEY=ak_{hex:64}', 'imgix: { apiKey: "ak_{hex:64}" }'],
        no: ['IMGIX_API_KEY=ak_xxx', 'IMGIX_DOMAIN={alnum:36}'],
      },
    },
  ],
});
