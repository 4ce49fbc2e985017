import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'contentstack',
  name: 'Contentstack',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.contentstack.com/' },
  rules: [
    {
      id: 'contentstack-token',
      name: 'Contentstack delivery or management token',
      anchors: ['contentstack'],
      pattern: assigned('contentstack', 'token', 'cs[0-9a-f]{18,40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'A delivery token reads published content; a management token changes it.',
      samples: {
        yes: ['CONTENTSTACK_MANAGEMENT_TOKEN=cs{hex:38}', "contentstackManagementToken: 'cs{hex:38}'"],
        no: ['CONTENTSTACK_MANAGEMENT_TOKEN=your_contentstack_management_token', 'checksum = "cs{hex:38}"'],
      },
    },
  ],
});
