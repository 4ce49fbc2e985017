import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'toss-payments',
  name: 'Toss Payments',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://developers.tosspayments.com/my/api-keys' },
  rules: [
    {
      id: 'toss-payments-secret-key',
      name: 'Toss Payments secret key',
      anchors: ['live_sk_', 'live_gsk_'],
      pattern: /\b(live_g?sk_[A-Za-z0-9]{24,40})(?![A-Za-z0-9_])/,
      power: 'money',
      impact: 'Confirm, cancel and refund payments and read every one of them.',
      samples: {
        yes: ['TOSS_SECRET_KEY=live_sk_{alnum:28}', '"secretKey": "live_gsk_{alnum:28}"'],
        no: ['live_sk_your_secret_key', 'live_sk_{alnum:8}', 'live_ck_{alnum:28}'],
      },
    },
    {
      id: 'toss-payments-test-key',
      name: 'Toss Payments test secret key',
      anchors: ['test_sk_', 'test_gsk_'],
      pattern: /\b(test_g?sk_[A-Za-z0-9]{24,40})(?![A-Za-z0-9_])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['TOSS_SECRET_KEY=test_sk_{alnum:28}', '"test_gsk_{alnum:28}"'],
        no: ['test_sk_your_key', 'test_ck_{alnum:28}'],
      },
    },
  ],
});
