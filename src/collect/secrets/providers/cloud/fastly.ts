import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fastly',
  name: 'Fastly',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://manage.fastly.com/account/personal/tokens',
  },
  rules: [
    {
      id: 'fastly-api-token',
      name: 'Fastly API token',
      anchors: ['fastly'],
      pattern: assigned('fastly', KEY, String.raw`[\w-]{32}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change what your site serves, and purge the cache.',
      verify: {
        url: 'https://api.fastly.com/tokens/self',
        headers: { 'fastly-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['FASTLY_API_KEY={base64url:31}a', 'Fastly-Key: {alnum:32}'],
        no: ['FASTLY_API_KEY=your-key', 'FASTLY_SERVICE_ID={alnum:22}'],
      },
    },
  ],
});
