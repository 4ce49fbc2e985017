import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'directus',
  name: 'Directus',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://docs.directus.io/reference/authentication.html',
    notes: ['A static token is replaced on the user it belongs to; a new SECRET signs everybody out.'],
  },
  rules: [
    {
      id: 'directus-static-token',
      name: 'Directus static token',
      anchors: ['directus'],
      pattern: assigned('directus', 'token|secret|static', '[A-Za-z0-9_-]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as the user it belongs to, often an administrator: read and change every collection.',
      samples: {
        yes: ['DIRECTUS_TOKEN={alnum:32}', "createDirectus(url).with(staticToken('{alnum:32}'))"],
        no: ['DIRECTUS_TOKEN=your_directus_token', 'TOKEN={alnum:32}', 'DIRECTUS_TOKEN={alnum:10}'],
      },
    },
  ],
});
