import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sinch',
  name: 'Sinch',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://dashboard.sinch.com/settings/access-keys' },
  rules: [
    {
      id: 'sinch-api-token',
      name: 'Sinch API token',
      anchors: ['sinch'],
      pattern: assigned('sinch', 'token|secret|key', '[0-9a-f]{32}|[A-Za-z0-9+/]{22}=='),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and calls on your account.',
      samples: {
        yes: ['SINCH_API_TOKEN={hex:32}', "sinchApiToken: '{hex:32}'", 'sinchAppSecret: "{base64:22}=="'],
        no: ['SINCH_API_TOKEN=your_sinch_api_token', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
