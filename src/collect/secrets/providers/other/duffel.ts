import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'duffel',
  name: 'Duffel',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.duffel.com/' },
  rules: [
    {
      id: 'duffel-live-token',
      name: 'Duffel live token',
      anchors: ['duffel_live_'],
      pattern: /\b(duffel_live_[A-Za-z0-9_=-]{43})(?![\w=-])/,
      power: 'money',
      impact: 'Book and cancel flights on your balance and read your travellers.',
      verify: {
        url: 'https://api.duffel.com/air/airlines?limit=1',
        headers: { authorization: 'Bearer {secret}', 'duffel-version': 'v2' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['DUFFEL_TOKEN=duffel_live_{base64url:42}x', '"duffel_live_{alnum:43}"'],
        no: ['duffel_live_token'],
      },
    },
    {
      id: 'duffel-test-token',
      name: 'Duffel test token',
      anchors: ['duffel_test_'],
      pattern: /\b(duffel_test_[A-Za-z0-9_=-]{43})(?![\w=-])/,
      power: 'limited',
      testMode: true,
      impact: 'Book test flights.',
      samples: { yes: ['DUFFEL_TOKEN=duffel_test_{alnum:43}'], no: ['duffel_test_token'] },
    },
  ],
});
