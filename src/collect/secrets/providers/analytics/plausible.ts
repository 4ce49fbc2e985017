import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'plausible',
  name: 'Plausible',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://plausible.io/settings/api-keys' },
  rules: [
    {
      id: 'plausible-api-key',
      name: 'Plausible API key',
      anchors: ['plausible_api', 'plausible_key', 'plausible_token', 'plausibleapi', 'plausible-api'],
      pattern: assigned('plausible', 'api|key|token', '[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your visitor statistics.',
      samples: {
        yes: ['PLAUSIBLE_API_KEY={alnum:64}', "plausibleApiKey: '{alnum:64}'"],
        no: ['PLAUSIBLE_API_KEY=your_plausible_api_key', 'checksum = "{alnum:64}"', 'PLAUSIBLE_API_KEY={alnum:67}'],
      },
    },
  ],
});
