import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'shopify',
  name: 'Shopify',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://partners.shopify.com/',
    notes: [
      'An app can hold two secrets: rotate, deploy, refresh the access tokens of the shops, then revoke the old secret. A custom app is uninstalled and installed again.',
    ],
  },
  rules: [
    {
      id: 'shopify-access-token',
      name: 'Shopify Admin API access token',
      anchors: ['shpat_', 'shpca_', 'shppa_', 'shpua_'],
      pattern: /\b(shp(?:at|ca|pa|ua)_[a-fA-F0-9]{32})(?![a-zA-Z0-9])/,
      power: 'data',
      impact: 'Read and change orders, customers, products and prices of the shop, as far as its scopes go.',
      samples: {
        yes: [
          'SHOPIFY_ACCESS_TOKEN=shpat_{hex:32}',
          "'X-Shopify-Access-Token': 'shpca_{hex:32}'",
          'password: "shppa_{hex:32}"',
        ],
        no: ['shpat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'shpat_{hex:16}', 'shpat_{hex:40}'],
      },
    },
    {
      id: 'shopify-app-secret',
      name: 'Shopify app client secret',
      anchors: ['shpss_'],
      pattern: /\b(shpss_[a-fA-F0-9]{32})(?![a-zA-Z0-9])/,
      power: 'data',
      impact: 'Forge webhooks and install links of your app and collect access tokens of the shops that use it.',
      samples: {
        yes: ['SHOPIFY_API_SECRET=shpss_{hex:32}', 'apiSecretKey: "shpss_{hex:32}"'],
        no: ['shpss_your_secret', 'shpss_{hex:12}'],
      },
    },
    {
      id: 'shopify-legacy-secret',
      name: 'Shopify API secret',
      anchors: ['shopify'],
      pattern: assigned('shopify', 'secret|passw', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Forge webhooks and install links of your app and collect access tokens of the shops that use it.',
      samples: {
        yes: ['SHOPIFY_API_SECRET={hex:32}', "shopify: { apiKey: 'x', apiSecretKey: '{hex:32}' }"],
        no: ['SHOPIFY_API_SECRET=your_api_secret', 'API_SECRET={hex:32}', 'SHOPIFY_API_KEY={hex:32}'],
      },
    },
    {
      id: 'shopify-partner-token',
      name: 'Shopify CLI or Partner API token',
      anchors: ['atkn_', 'shptka_', 'prtapi_'],
      pattern: /\b((?:atkn|shptka|prtapi)_[a-fA-F0-9]{32,64})(?![a-zA-Z0-9])/,
      power: 'infrastructure',
      impact: 'Deploy your app or theme, or read the payouts and shops of your partner account.',
      samples: {
        yes: ['SHOPIFY_CLI_PARTNERS_TOKEN=atkn_{hex:64}', 'SHOPIFY_CLI_THEME_TOKEN="shptka_{hex:32}"'],
        no: ['atkn_your_token', 'shptka_{hex:8}'],
      },
    },
    {
      id: 'shopify-storefront-token',
      name: 'Shopify storefront access token',
      anchors: ['storefront'],
      pattern: assigned('(?:shopify[\\w.-]{0,12})?storefront', 'token', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'it is the public kind: a private one (shpat_) belongs on the server',
      power: 'limited',
      impact: 'Nothing by itself: browsers read products and fill carts with it.',
      samples: {
        yes: [
          'NEXT_PUBLIC_SHOPIFY_STOREFRONT_ACCESS_TOKEN={hex:32}',
          "'X-Shopify-Storefront-Access-Token': '{hex:32}'",
        ],
        no: ['SHOPIFY_STOREFRONT_ACCESS_TOKEN=your_token', 'ACCESS_TOKEN={hex:32}'],
      },
    },
  ],
});
