import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'disqus',
  name: 'Disqus',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://disqus.com/api/applications/' },
  rules: [
    {
      id: 'disqus-api-secret',
      name: 'Disqus API secret',
      anchors: ['disqus'],
      pattern: assigned('disqus', 'secret', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Sign in to comments as anybody, and moderate them.',
      samples: {
        yes: ['DISQUS_API_SECRET={alnum:64}', "disqusApiSecret: '{alnum:64}'"],
        no: ['DISQUS_API_SECRET=your_disqus_api_secret', 'checksum = "{alnum:64}"', 'DISQUS_API_SECRET={alnum:67}'],
      },
    },
  ],
});
