import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'xendit',
  name: 'Xendit',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.xendit.co/settings/developers#api-keys',
    notes: ['Give each key only the products it serves: a key with Money-out write can send your balance away.'],
  },
  rules: [
    {
      id: 'xendit-secret-key',
      name: 'Xendit secret key',
      anchors: ['xnd_production_'],
      pattern: /\b(xnd_production_[A-Za-z0-9]{40,80})(?![A-Za-z0-9])/,
      power: 'money',
      impact: 'Take payments, refund, and send your balance to any bank account.',
      verify: { url: 'https://api.xendit.co/balance', basic: '{secret}:', live: [200, 403], dead: [401] },
      samples: {
        yes: ['XENDIT_SECRET_KEY=xnd_production_{alnum:58}', "new Xendit({ secretKey: 'xnd_production_{alnum:62}' })"],
        no: ['xnd_production_...', 'xnd_production_your_production_key_here', 'xnd_public_production_{alnum:58}'],
      },
    },
    {
      id: 'xendit-test-key',
      name: 'Xendit test secret key',
      anchors: ['xnd_development_'],
      pattern: /\b(xnd_development_[A-Za-z0-9]{40,80})(?![A-Za-z0-9])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['XENDIT_SECRET_KEY=xnd_development_{alnum:58}', '"xendit": "xnd_development_{alnum:60}"'],
        no: ['xnd_development_XXXXXXXXXXXXXXXXXXXXXXX', 'xnd_development_{alnum:10}'],
      },
    },
    {
      id: 'xendit-public-key',
      name: 'Xendit public key',
      anchors: ['xnd_public_'],
      pattern: /\b(xnd_public_(?:production|development)_[A-Za-z0-9]{40,80})(?![A-Za-z0-9])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers turn a card into a token with it.',
      samples: {
        yes: [
          'NEXT_PUBLIC_XENDIT_KEY=xnd_public_production_{alnum:58}',
          "Xendit.setPublishableKey('xnd_public_development_{alnum:60}')",
        ],
        no: ['xnd_public_production_...', 'xnd_public_production_{alnum:9}'],
      },
    },
  ],
});
