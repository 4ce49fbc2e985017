import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'shippo',
  name: 'Shippo',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://apps.goshippo.com/settings/api' },
  rules: [
    {
      id: 'shippo-live-token',
      name: 'Shippo live API token',
      anchors: ['shippo_live_'],
      pattern: /\b(shippo_live_[a-f0-9]{40})(?![a-zA-Z0-9])/,
      power: 'spend',
      impact: 'Buy shipping labels on your account and read the addresses of your customers.',
      verify: {
        url: 'https://api.goshippo.com/addresses/?results=1',
        headers: { authorization: 'ShippoToken {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SHIPPO_API_KEY=shippo_live_{hex:40}', "shippo('shippo_live_{hex:40}')"],
        no: ['shippo_live_your_token', 'shippo_live_{hex:20}', 'shippo_test_{hex:40}'],
      },
    },
    {
      id: 'shippo-test-token',
      name: 'Shippo test API token',
      anchors: ['shippo_test_'],
      pattern: /\b(shippo_test_[a-f0-9]{40})(?![a-zA-Z0-9])/,
      power: 'limited',
      testMode: true,
      impact: 'Make test labels; nothing is bought.',
      samples: {
        yes: ['SHIPPO_API_KEY=shippo_test_{hex:40}', '"ShippoToken shippo_test_{hex:40}"'],
        no: ['shippo_test_xxx', 'shippo_test_{hex:8}'],
      },
    },
  ],
});
