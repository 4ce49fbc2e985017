import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'paystack',
  name: 'Paystack',
  category: 'payments',
  rotation: {
    kind: 'instant',
    at: 'https://dashboard.paystack.com/#/settings/developers',
    notes: ['Generating a new secret key ends the old one at once; it also signs your webhooks.'],
  },
  rules: [
    {
      id: 'paystack-secret-key',
      name: 'Paystack secret key',
      anchors: ['sk_live_'],
      pattern: /\b(sk_live_[0-9a-f]{40})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'Charge saved cards, refund, transfer your balance out, and forge webhook events.',
      verify: {
        url: 'https://api.paystack.co/balance',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PAYSTACK_SECRET_KEY=sk_live_{hex:40}', "require('paystack')('sk_live_{hex:40}')"],
        no: [
          'PAYSTACK_SECRET_KEY=sk_live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'sk_live_{alnum:24}',
          'sk_live_{hex:64}',
        ],
      },
    },
    {
      id: 'paystack-test-key',
      name: 'Paystack test secret key',
      anchors: ['sk_test_'],
      pattern: /\b(sk_test_[0-9a-f]{40})(?![0-9a-zA-Z])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['PAYSTACK_SECRET_KEY=sk_test_{hex:40}', 'Authorization: "Bearer sk_test_{hex:40}"'],
        no: ['sk_test_xxx', 'sk_test_{alnum:24}', 'sk_test_{hex:20}'],
      },
    },
  ],
});
