import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'prismic',
  name: 'Prismic',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://prismic.io/dashboard',
    notes: ['Settings, API & Security, of the repository.'],
  },
  rules: [
    {
      id: 'prismic-access-token',
      name: 'Prismic access token',
      anchors: ['prismic'],
      pattern: assigned('prismic', 'token|key|secret', 'MC5[A-Za-z0-9_-]{24,60}\\.[A-Za-z0-9+/_-]{40,160}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your content, drafts too if it may.',
      samples: {
        yes: [
          'PRISMIC_ACCESS_TOKEN=MC5{alnum:26}.{base64url:80}x',
          "prismicAccessToken: 'MC5{alnum:26}.{base64url:80}x'",
        ],
        no: ['PRISMIC_ACCESS_TOKEN=your_prismic_access_token', 'checksum = "MC5{alnum:26}.{base64url:80}x"'],
      },
    },
    {
      id: 'prismic-write-token',
      name: 'Prismic write token',
      anchors: ['prismic'],
      pattern: assigned('prismic', KEY, 'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}'),
      reach: [48, 700],
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change your content.',
      samples: {
        yes: [
          'PRISMIC_WRITE_TOKEN={jwt:{"type":"write","dbid":"acme"}}',
          'prismicWriteToken: \'{jwt:{"type":"write","dbid":"acme"}}\'',
        ],
        no: ['PRISMIC_WRITE_TOKEN=your_prismic_write_token', 'checksum = "{jwt:{"type":"write","dbid":"acme"}}"'],
      },
    },
  ],
});
