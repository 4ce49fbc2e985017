import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'revenuecat',
  name: 'RevenueCat',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://app.revenuecat.com/',
    notes: ['Project settings, API keys: make the new secret key, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'revenuecat-secret-key',
      name: 'RevenueCat secret API key',
      anchors: ['revenuecat', 'revenue_cat', 'rc_secret', 'rc_api'],
      pattern: assigned('revenue_?cat|\\brc_', 'key|secret|token', 'sk_[A-Za-z0-9]{24,48}'),
      power: 'money',
      impact: 'Grant and refund subscriptions and read every subscriber.',
      verify: {
        url: 'https://api.revenuecat.com/v2/projects',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['REVENUECAT_SECRET_KEY=sk_{alnum:32}', "revenueCat: { apiKey: 'sk_{alnum:29}' }"],
        no: ['REVENUECAT_API_KEY=sk_your_key', 'REVENUECAT_API_KEY=appl_{alnum:27}', 'API_KEY=sk_{alnum:32}'],
      },
    },
    {
      id: 'revenuecat-public-key',
      name: 'RevenueCat public app key',
      anchors: ['appl_', 'goog_'],
      pattern: /\b((?:appl|goog)_[A-Za-z]{26,32})(?![A-Za-z0-9])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: it is built into the app.',
      samples: {
        yes: [
          'EXPO_PUBLIC_REVENUECAT_IOS_KEY=appl_' + 'HxZqTnRvBkLmWpYcJdFsGeUoAi',
          "Purchases.configure({ apiKey: 'goog_" + "RkTwVhZnQyBpMdXsJcLgFuEoIa' })",
        ],
        no: ['appl_your_key', 'goog_ads_conversion'],
      },
    },
  ],
});
