import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'hygraph',
  name: 'Hygraph',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.hygraph.com/', notes: ['Project settings, Access, Permanent auth tokens.'] },
  rules: [
    {
      id: 'hygraph-auth-token',
      name: 'Hygraph permanent auth token',
      anchors: ['hygraph', 'graphcms'],
      pattern: named('hygraph|graphcms', 'token|key|secret|bearer', 'eyJ[A-Za-z0-9_-]{20,200}\\.eyJ[A-Za-z0-9_-]{40,1200}\\.[A-Za-z0-9_-]{80,1000}'),
      reach: [24, 2400],
      power: 'data',
      impact: 'Read drafts and, with its rights, change or delete all content.',
      samples: {
        yes: [
          'HYGRAPH_TOKEN=eyJ{base64url:93}.eyJ{base64url:460}.{base64url:681}a',
          'graphcms: { authToken: "eyJ{base64url:90}.eyJ{base64url:400}.{base64url:681}a" }',
        ],
        no: ['HYGRAPH_TOKEN=your-token', 'HYGRAPH_TOKEN=eyJ{base64url:40}'],
      },
    },
  ],
});
