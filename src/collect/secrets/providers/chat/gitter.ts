import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gitter',
  name: 'Gitter',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developer.gitter.im/apps' },
  rules: [
    {
      id: 'gitter-access-token',
      name: 'Gitter access token',
      anchors: ['gitter_', 'gitter-token', 'gittertoken'],
      pattern: assigned('gitter', 'token|key', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and post as the person it belongs to.',
      samples: {
        yes: ['GITTER_TOKEN={hex:40}', "gitterToken: '{hex:40}'"],
        no: ['GITTER_TOKEN=your_gitter_token', 'checksum = "{hex:40}"', 'GITTER_TOKEN={hex:43}'],
      },
    },
  ],
});
