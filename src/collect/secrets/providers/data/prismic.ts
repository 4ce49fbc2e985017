import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'prismic',
  name: 'Prismic',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://prismic.io/dashboard', notes: ['Repository settings, API and security.'] },
  rules: [
    {
      id: 'prismic-access-token',
      name: 'Prismic access token',
      anchors: ['prismic'],
      pattern: named('prismic', 'token|key|secret', 'MC5[A-Za-z0-9_-]{40,160}'),
      power: 'limited',
      impact: 'Read the content of the repository, drafts included when it is a master token.',
      samples: {
        yes: ['PRISMIC_ACCESS_TOKEN=MC5{alnum:94}', "prismic.createClient('shop', { accessToken: 'MC5{alnum:94}' })"],
        no: ['PRISMIC_ACCESS_TOKEN=your-access-token', 'ACCESS_TOKEN=MC5{alnum:94}'],
      },
    },
    {
      id: 'prismic-write-token',
      name: 'Prismic write token',
      anchors: ['prismic'],
      pattern: named('prismic', 'write|migration|custom[_-]?types?', 'eyJ[A-Za-z0-9_-]{20,80}\\.eyJ[A-Za-z0-9_-]{40,500}\\.[A-Za-z0-9_-]{40,90}'),
      reach: [24, 800],
      power: 'data',
      impact: 'Create and overwrite documents and content types.',
      samples: {
        yes: ['PRISMIC_WRITE_TOKEN=eyJ{base64url:33}.eyJ{base64url:160}.{base64url:42}a', 'prismic: { writeToken: "eyJ{base64url:33}.eyJ{base64url:180}.{base64url:42}a" }'],
        no: ['PRISMIC_WRITE_TOKEN=your-write-token', 'PRISMIC_WRITE_TOKEN=eyJ{base64url:33}'],
      },
    },
  ],
});
