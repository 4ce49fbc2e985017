import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'shipengine',
  name: 'ShipEngine',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://dashboard.shipengine.com/apis' },
  rules: [
    {
      id: 'shipengine-api-key',
      name: 'ShipEngine API key',
      anchors: ['shipengine', 'ship_engine'],
      pattern: assigned('ship_?engine', 'key|token|secret', '(?!TEST_)[A-Za-z0-9+/]{43}=?'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Buy shipping labels on your account and read the addresses of your customers.',
      verify: {
        url: 'https://api.shipengine.com/v1/carriers',
        headers: { 'api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SHIPENGINE_API_KEY={alnum:43}', "new ShipEngine({ apiKey: '{base64:42}a' })"],
        no: ['SHIPENGINE_API_KEY=your_shipengine_api_key', 'API_KEY={alnum:43}', 'SHIPENGINE_API_KEY={alnum:10}'],
      },
    },
    {
      id: 'shipengine-sandbox-key',
      name: 'ShipEngine sandbox API key',
      anchors: ['shipengine', 'ship_engine'],
      pattern: assigned('ship_?engine', 'key|token|secret', 'TEST_[A-Za-z0-9+/]{40,46}=?'),
      power: 'limited',
      testMode: true,
      impact: 'Make test labels; nothing is bought.',
      samples: {
        yes: ['SHIPENGINE_API_KEY=TEST_{alnum:43}', 'shipengine: { apiKey: "TEST_{base64:42}a" }'],
        no: ['SHIPENGINE_API_KEY="TEST_your-test-api-key"', 'API_KEY=TEST_{alnum:43}'],
      },
    },
  ],
});
