import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cashfree',
  name: 'Cashfree',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://merchant.cashfree.com/merchants/landing' },
  rules: [
    {
      id: 'cashfree-secret-key',
      name: 'Cashfree secret key',
      anchors: ['cfsk_ma_prod_'],
      pattern: /\b(cfsk_ma_prod_[0-9a-f]{32}_[0-9a-f]{8})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'With the app id: take payments, refund, pay out, and forge webhook events.',
      samples: {
        yes: ['CASHFREE_SECRET_KEY=cfsk_ma_prod_{hex:32}_{hex:8}', "clientSecret: 'cfsk_ma_prod_{hex:32}_{hex:8}'"],
        no: ['cfsk_ma_prod_...', 'cfsk_ma_prod_1234567890abcdef_12345678'],
      },
    },
    {
      id: 'cashfree-test-key',
      name: 'Cashfree test secret key',
      anchors: ['cfsk_ma_test_'],
      pattern: /\b(cfsk_ma_test_[0-9a-f]{32}_[0-9a-f]{8})(?![0-9a-zA-Z])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: [
          'CASHFREE_SECRET_KEY=cfsk_ma_test_{hex:32}_{hex:8}',
          '"x-client-secret": "cfsk_ma_test_{hex:32}_{hex:8}"',
        ],
        no: ['cfsk_ma_test_your_key', 'cfsk_ma_test_{hex:32}'],
      },
    },
  ],
});
