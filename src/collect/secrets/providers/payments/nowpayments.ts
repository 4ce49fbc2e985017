import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nowpayments',
  name: 'NOWPayments',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://account.nowpayments.io/store-settings' },
  rules: [
    {
      id: 'nowpayments-api-key',
      name: 'NOWPayments API key',
      anchors: ['nowpayments', 'now_payments'],
      pattern: assigned('now_?payments', 'key|token|secret', '[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}-[0-9A-Z]{7}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Create crypto payments and read every one of them.',
      samples: {
        yes: [
          'NOWPAYMENTS_API_KEY={upper:7}-{upper:7}-{upper:7}-{upper:7}',
          "nowPayments: { apiKey: '{upper:7}-{upper:7}-{upper:7}-{upper:7}' }",
        ],
        no: ['NOWPAYMENTS_API_KEY=XXXXXXX-XXXXXXX-XXXXXXX-XXXXXXX', 'API_KEY={upper:7}-{upper:7}-{upper:7}-{upper:7}'],
      },
    },
    {
      id: 'nowpayments-ipn-secret',
      name: 'NOWPayments IPN secret',
      anchors: ['nowpayments', 'now_payments'],
      pattern: assigned('now_?payments', 'ipn', '[A-Za-z0-9+/]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Forge payment notifications: mark unpaid orders as paid.',
      samples: {
        yes: ['NOWPAYMENTS_IPN_SECRET={alnum:32}', 'nowpayments_ipn_key: "{alnum:32}"'],
        no: ['NOWPAYMENTS_IPN_SECRET=your_ipn_secret', 'NOWPAYMENTS_IPN_SECRET={alnum:10}'],
      },
    },
  ],
});
