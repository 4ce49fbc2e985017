import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ghost',
  name: 'Ghost',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://ghost.org/docs/admin-api/#token-authentication',
    notes: ['Settings, Integrations, on your own site.'],
  },
  rules: [
    {
      id: 'ghost-admin-key',
      name: 'Ghost Admin API key',
      anchors: ['ghost'],
      pattern: assigned('ghost', 'key', '[0-9a-f]{24}:[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Publish on your site, mail your members, and read their addresses.',
      samples: {
        yes: ['GHOST_ADMIN_API_KEY={hex:24}:{hex:64}', "ghostAdminApiKey: '{hex:24}:{hex:64}'"],
        no: [
          'GHOST_ADMIN_API_KEY=your_ghost_admin_api_key',
          'checksum = "{hex:24}:{hex:64}"',
          'GHOST_ADMIN_API_KEY={hex:24}:{hex:67}',
        ],
      },
    },
    {
      id: 'ghost-content-key',
      name: 'Ghost Content API key',
      anchors: ['ghost'],
      pattern: assigned('ghost', 'key', '[0-9a-f]{26}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Read what is published anyway.',
      samples: {
        yes: ['GHOST_CONTENT_API_KEY={hex:26}', "ghostContentApiKey: '{hex:26}'"],
        no: [
          'GHOST_CONTENT_API_KEY=your_ghost_content_api_key',
          'checksum = "{hex:26}"',
          'GHOST_CONTENT_API_KEY={hex:29}',
        ],
      },
    },
  ],
});
