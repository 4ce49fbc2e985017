import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'checkly',
  name: 'Checkly',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.checklyhq.com/settings/user/api-keys' },
  rules: [
    {
      id: 'checkly-api-key',
      name: 'Checkly API key',
      anchors: ['checkly'],
      pattern: assigned('checkly', '', 'c[us]_[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read your checks with the secrets in them, and switch them off.',
      verify: {
        url: 'https://api.checklyhq.com/v1/accounts',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CHECKLY_API_KEY=cu_{hex:32}', "checklyApiKey: 'cu_{hex:32}'"],
        no: ['CHECKLY_API_KEY=your_checkly_api_key', 'checksum = "cu_{hex:32}"', 'CHECKLY_API_KEY=cu_{hex:35}'],
      },
    },
  ],
});
