import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'klaviyo',
  name: 'Klaviyo',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://www.klaviyo.com/settings/account/api-keys',
    notes: ['Klaviyo’s pk_ is the private key, unlike Stripe’s.'],
  },
  rules: [
    {
      id: 'klaviyo-private-key',
      name: 'Klaviyo private API key',
      anchors: ['klaviyo'],
      pattern: assigned('klaviyo', KEY, 'pk_(?:[0-9A-Za-z]{6}_)?[0-9a-z]{34}'),
      power: 'data',
      impact: 'Read and export every customer profile and order event, and message them.',
      verify: {
        url: 'https://a.klaviyo.com/api/accounts',
        headers: { authorization: 'Klaviyo-API-Key {secret}', revision: '2024-10-15' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'KLAVIYO_API_KEY=pk_{hex:34}',
          "klaviyo: { privateKey: 'pk_{hex:34}' }",
          'KLAVIYO_PRIVATE_KEY=pk_{alnum:6}_{hex:34}',
        ],
        no: [
          'KLAVIYO_PUBLIC_KEY={alnum:6}',
          'KLAVIYO_API_KEY=pk_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'KLAVIYO_API_KEY=pk_{hex:12}',
        ],
      },
    },
    {
      id: 'klaviyo-authorization',
      name: 'Klaviyo private API key',
      anchors: ['klaviyo-api-key'],
      pattern: /Klaviyo-API-Key[ \t]{1,4}(pk_(?:[0-9A-Za-z]{6}_)?[0-9a-z]{34})(?![\w-])/i,
      power: 'data',
      impact: 'Read and export every customer profile and order event, and message them.',
      samples: {
        yes: ["authorization: 'Klaviyo-API-Key pk_{hex:34}'", '-H "Authorization: Klaviyo-API-Key pk_{hex:34}"'],
        no: ['Klaviyo-API-Key your-private-api-key', 'Klaviyo-API-Key pk_{hex:12}'],
      },
    },
  ],
});
