import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dodo-payments',
  name: 'Dodo Payments',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://app.dodopayments.com/developer/api-keys' },
  rules: [
    {
      id: 'dodo-payments-api-key',
      name: 'Dodo Payments API key',
      anchors: ['dodo_payments', 'dodopayments', 'dodo-payments', 'dodo_api', 'dodo_secret', 'dodoapi'],
      pattern: assigned('dodo', 'key|token|secret|bearer', '[\\w-]{16}\\.[\\w-]{48}'),
      power: 'money',
      impact: 'Refund payments, change products and subscriptions, and read every customer.',
      verify: {
        url: 'https://live.dodopayments.com/products',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: [
          'DODO_PAYMENTS_API_KEY={base64url:16}.{base64url:47}a',
          "new DodoPayments({ bearerToken: '{alnum:16}.{alnum:48}' })",
        ],
        no: [
          'DODO_PAYMENTS_API_KEY=your_dodo_api_key_here',
          'API_KEY={alnum:16}.{alnum:48}',
          'DODO_API_KEY={alnum:16}.{alnum:20}',
        ],
      },
    },
  ],
});
