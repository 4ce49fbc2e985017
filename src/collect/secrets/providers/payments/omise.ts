import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'omise',
  name: 'Omise',
  category: 'payments',
  rotation: {
    kind: 'grace',
    at: 'https://dashboard.omise.co/v2/settings/keys',
    notes: ['Rolling keys lets you choose how long the old secret key lives: choose "now" when it has leaked.'],
  },
  rules: [
    {
      id: 'omise-secret-key',
      name: 'Omise secret key',
      anchors: ['skey_'],
      pattern: /\b(skey_(?!test_)[0-9a-z]{19})(?![0-9a-zA-Z_])/,
      power: 'money',
      impact: 'Charge saved cards, refund, and send your balance out.',
      verify: { url: 'https://api.omise.co/account', basic: '{secret}:', live: [200], dead: [401] },
      samples: {
        yes: ['OMISE_SECRET_KEY=skey_{lower:19}', "omise({ secretKey: 'skey_{lower:19}' })"],
        no: ['OMISE_SECRET_KEY=skey_xxxxxxxxxxxxxxxxxxx', 'skey_test_{lower:19}', 'disk_key_{lower:19}'],
      },
    },
    {
      id: 'omise-test-key',
      name: 'Omise test secret key',
      anchors: ['skey_test_'],
      pattern: /\b(skey_test_[0-9a-z]{19})(?![0-9a-zA-Z_])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test charges; no real money moves.',
      samples: {
        yes: ['OMISE_SECRET_KEY=skey_test_{lower:19}', '"skey_test_{lower:19}"'],
        no: ['skey_test_xxxxxxxxxxxxxxxxxxx', 'skey_test_{lower:7}'],
      },
    },
  ],
});
