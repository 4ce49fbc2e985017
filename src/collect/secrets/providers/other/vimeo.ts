import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vimeo',
  name: 'Vimeo',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.vimeo.com/apps' },
  rules: [
    {
      id: 'vimeo-access-token',
      name: 'Vimeo access token',
      anchors: ['vimeo'],
      pattern: assigned('vimeo', 'token', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, upload or delete your videos, as far as its scopes go.',
      verify: {
        url: 'https://api.vimeo.com/oauth/verify',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['VIMEO_ACCESS_TOKEN={hex:32}', "vimeoAccessToken: '{hex:32}'"],
        no: ['VIMEO_ACCESS_TOKEN=your_vimeo_access_token', 'checksum = "{hex:32}"', 'VIMEO_ACCESS_TOKEN={hex:35}'],
      },
    },
    {
      id: 'vimeo-client-secret',
      name: 'Vimeo client secret',
      anchors: ['vimeo'],
      pattern: assigned('vimeo', 'secret', '[A-Za-z0-9+/]{128}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as your Vimeo app.',
      samples: {
        yes: ['VIMEO_CLIENT_SECRET={base64:127}x', "vimeoClientSecret: '{base64:127}x'"],
        no: ['VIMEO_CLIENT_SECRET=your_vimeo_client_secret', 'checksum = "{base64:127}x"'],
      },
    },
  ],
});
