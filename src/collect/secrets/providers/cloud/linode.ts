import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'linode',
  name: 'Linode (Akamai)',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.linode.com/profile/tokens',
  },
  rules: [
    {
      id: 'linode-access-token',
      name: 'Linode access token',
      anchors: ['linode'],
      pattern: assigned('linode', KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Create, read and destroy your servers, volumes and DNS.',
      verify: {
        url: 'https://api.linode.com/v4/profile',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['LINODE_TOKEN={hex:64}', 'linode: { token: "{hex:64}" }'],
        no: ['LINODE_TOKEN=your-token', 'LINODE_TOKEN={hex:32}'],
      },
    },
  ],
});
