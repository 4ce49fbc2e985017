import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'aftership',
  name: 'AfterShip',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://admin.aftership.com/settings/api-keys' },
  rules: [
    {
      id: 'aftership-api-key',
      name: 'AfterShip API key',
      anchors: ['asat_'],
      pattern: /\b(asat_[0-9a-f]{32})(?![0-9a-zA-Z])/,
      power: 'data',
      impact: 'Read and change shipments with the names and addresses of your customers.',
      verify: {
        url: 'https://api.aftership.com/tracking/2024-07/couriers',
        headers: { 'as-api-key': '{secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['AFTERSHIP_API_KEY=asat_{hex:32}', "'as-api-key': 'asat_{hex:32}'"],
        no: ['AFTERSHIP_API_KEY=asat_your_key', 'asat_{hex:10}', 'nasat_{hex:32}'],
      },
    },
  ],
});
