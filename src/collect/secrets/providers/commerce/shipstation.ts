import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'shipstation',
  name: 'ShipStation',
  category: 'commerce',
  rotation: {
    kind: 'instant',
    at: 'https://ship.shipstation.com/settings/api',
    notes: ['Regenerating replaces key and secret together and ends both at once.'],
  },
  rules: [
    {
      id: 'shipstation-api-secret',
      name: 'ShipStation API secret',
      anchors: ['shipstation', 'ship_station'],
      pattern: assigned('ship_?station', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'With the API key: buy labels and read every order and customer address.',
      samples: {
        yes: ['SHIPSTATION_API_SECRET={hex:32}', "shipstation: { apiKey: '{hex:32}', apiSecret: '{hex:32}' }"],
        no: ['SHIPSTATION_API_SECRET=your_secret', 'API_SECRET={hex:32}', 'SHIPSTATION_API_SECRET={hex:20}'],
      },
    },
  ],
});
