import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'moyasar',
  name: 'Moyasar',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.moyasar.com/' },
  rules: [
    {
      id: 'moyasar-secret-key',
      name: 'Moyasar secret key',
      anchors: ['moyasar'],
      pattern: assigned('moyasar', 'key|secret|token', 'sk_live_[A-Za-z0-9]{36,44}'),
      power: 'money',
      impact: 'Charge, capture and refund, and read every payment.',
      verify: { url: 'https://api.moyasar.com/v1/payments?page=1', basic: '{secret}:', live: [200, 403], dead: [401] },
      samples: {
        yes: ['MOYASAR_SECRET_KEY=sk_live_{alnum:40}', '"moyasar": { "secret_key": "sk_live_{alnum:40}" }'],
        no: ['MOYASAR_SECRET_KEY=sk_live_your_key', 'MOYASAR_SECRET_KEY=pk_live_{alnum:40}'],
      },
    },
  ],
});
