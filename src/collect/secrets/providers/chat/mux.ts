import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mux',
  name: 'Mux',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://dashboard.mux.com/settings/access-tokens' },
  rules: [
    {
      id: 'mux-token-secret',
      name: 'Mux token secret',
      anchors: ['mux_token', 'mux_secret', 'muxtoken', 'muxsecret', 'mux-token', 'mux_access'],
      pattern: assigned('(?<![a-z])mux', 'secret', '[A-Za-z0-9+/]{75}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Upload, read and delete your videos, on your bill.',
      samples: {
        yes: ['MUX_TOKEN_SECRET={base64:75}', "muxTokenSecret: '{base64:75}'"],
        no: ['MUX_TOKEN_SECRET=your_mux_token_secret', 'checksum = "{base64:75}"', 'MUX_TOKEN_SECRET={base64:78}'],
      },
    },
  ],
});
