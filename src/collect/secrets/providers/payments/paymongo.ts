import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'paymongo',
  name: 'PayMongo',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.paymongo.com/developers' },
  rules: [
    {
      id: 'paymongo-secret-key',
      name: 'PayMongo secret key',
      anchors: ['paymongo'],
      pattern: assigned('paymongo', 'key|secret|token', 'sk_live_[A-Za-z0-9]{24}'),
      power: 'money',
      impact: 'Charge, refund, and read every customer and payment.',
      verify: { url: 'https://api.paymongo.com/v1/webhooks', basic: '{secret}:', live: [200, 403], dead: [401] },
      samples: {
        yes: ['PAYMONGO_SECRET_KEY=sk_live_{alnum:24}', "paymongo: { secretKey: 'sk_live_{alnum:24}' }"],
        no: ['PAYMONGO_SECRET_KEY=sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', 'STRIPE_SECRET_KEY=sk_live_{alnum:24}'],
      },
    },
  ],
});
