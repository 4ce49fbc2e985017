import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'creem',
  name: 'Creem',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://www.creem.io/dashboard/developers' },
  rules: [
    {
      id: 'creem-api-key',
      name: 'Creem API key',
      anchors: ['creem'],
      pattern: /\b(creem_(?!test_)[A-Za-z0-9]{20,40})(?![A-Za-z0-9_])/,
      power: 'money',
      impact: 'Refund orders, change products and subscriptions, and read every customer.',
      verify: {
        url: 'https://api.creem.io/v1/products/search?page_number=1&page_size=1',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['CREEM_API_KEY=creem_{alnum:22}', "'x-api-key': 'creem_{alnum:24}'"],
        no: ['CREEM_API_KEY=creem_your_api_key', 'creem_webhook_handler', 'creem_{alnum:8}'],
      },
    },
    {
      id: 'creem-test-key',
      name: 'Creem test API key',
      anchors: ['creem_test_'],
      pattern: /\b(creem_test_[A-Za-z0-9]{20,40})(?![A-Za-z0-9_])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test orders; no real money moves.',
      samples: {
        yes: ['CREEM_API_KEY=creem_test_{alnum:22}', '"creem_test_{alnum:24}"'],
        no: ['creem_test_your_key', 'creem_test_{alnum:6}'],
      },
    },
  ],
});
