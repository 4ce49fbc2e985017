import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hygraph',
  name: 'Hygraph',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.hygraph.com/' },
  rules: [
    {
      id: 'hygraph-token',
      name: 'Hygraph permanent auth token',
      anchors: ['hygraph', 'graphcms'],
      pattern: assigned('hygraph|graphcms', KEY, 'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}'),
      reach: [48, 1100],
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your content, or change it if it may.',
      samples: {
        yes: [
          'HYGRAPH_TOKEN={jwt:{"iss":"https://management.hygraph.com/","aud":["https://api.hygraph.com/v2"],"jti":"clx0"}}',
          'hygraphToken: \'{jwt:{"iss":"https://management.hygraph.com/","aud":["https://api.hygraph.com/v2"],"jti":"clx0"}}\'',
        ],
        no: [
          'HYGRAPH_TOKEN=your_hygraph_token',
          'checksum = "{jwt:{"iss":"https://management.hygraph.com/","aud":["https://api.hygraph.com/v2"],"jti":"clx0"}}"',
        ],
      },
    },
  ],
});
