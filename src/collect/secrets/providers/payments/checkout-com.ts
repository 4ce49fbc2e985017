import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'checkout-com',
  name: 'Checkout.com',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://dashboard.checkout.com/developers/keys' },
  rules: [
    {
      id: 'checkout-com-secret-key',
      name: 'Checkout.com secret key',
      anchors: ['checkout', 'cko_', 'cko-'],
      pattern: assigned(
        'checkout|\\bcko',
        'key|secret|token',
        'sk_(?:[a-z0-9]{26}[a-z0-9*#$=]|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})',
      ),
      power: 'money',
      impact: 'Charge stored cards, refund, pay out, and read every payment.',
      verify: {
        url: 'https://api.checkout.com/workflows',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'CHECKOUT_SECRET_KEY=sk_{uuid}',
          "CKO_SECRET_KEY='sk_{lower:27}'",
          'new Checkout("secretKey", "sk_{uuid}")',
        ],
        no: ['CHECKOUT_SECRET_KEY=sk_your_secret_key', 'SECRET_KEY=sk_{uuid}', 'CHECKOUT_SECRET_KEY=sk_{hex:12}'],
      },
    },
    {
      id: 'checkout-com-sandbox-key',
      name: 'Checkout.com sandbox secret key',
      anchors: ['sk_sbox_', 'sk_test_'],
      pattern: /\b(sk_(?:sbox_[a-z0-9]{26}[a-z0-9*#$=]|test_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['CKO_SECRET=sk_sbox_{lower:26}*', '"checkout": "sk_sbox_{lower:26}#"', 'sk_test_{uuid}'],
        no: ['sk_sbox_your_key', 'sk_sbox_{lower:8}'],
      },
    },
  ],
});
