import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'onfleet',
  name: 'Onfleet',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://onfleet.com/dashboard#/settings/api' },
  rules: [
    {
      id: 'onfleet-api-key',
      name: 'Onfleet API key',
      anchors: ['onfleet'],
      pattern: assigned('onfleet', 'key|token|secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change deliveries, drivers and the addresses of your customers.',
      verify: { url: 'https://onfleet.com/api/v2/auth/test', basic: '{secret}:', live: [200], dead: [401] },
      samples: {
        yes: ['ONFLEET_API_KEY={hex:32}', 'onfleet: { apiKey: "{hex:32}" }'],
        no: ['ONFLEET_API_KEY=your_key', 'API_KEY={hex:32}', 'ONFLEET_API_KEY={hex:20}'],
      },
    },
  ],
});
