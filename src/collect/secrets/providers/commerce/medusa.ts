import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'medusa',
  name: 'Medusa',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://docs.medusajs.com/user-guide/settings/developer/secret-api-keys',
    notes: ['Settings, Secret API keys of your own Medusa.'],
  },
  rules: [
    {
      id: 'medusa-secret-key',
      name: 'Medusa secret API key',
      anchors: ['medusa'],
      pattern: assigned('medusa', 'key|token|secret', 'sk_[0-9a-f]{64}'),
      power: 'data',
      impact: 'Act as an administrator of your shop: orders, customers, prices and payments.',
      samples: {
        yes: ['MEDUSA_API_KEY=sk_{hex:64}', "medusa: { baseUrl: 'https://shop.acme.io', apiKey: 'sk_{hex:64}' }"],
        no: ['MEDUSA_API_KEY=sk_your_key', 'API_KEY=sk_{hex:64}', 'MEDUSA_API_KEY=pk_{hex:64}'],
      },
    },
    {
      id: 'medusa-publishable-key',
      name: 'Medusa publishable API key',
      anchors: ['medusa', 'x-publishable'],
      pattern: assigned('medusa|x-', 'publishable', 'pk_[0-9a-f]{64}'),
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the shop in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY=pk_{hex:64}', "'x-publishable-api-key': 'pk_{hex:64}'"],
        no: ['NEXT_PUBLIC_MEDUSA_PUBLISHABLE_KEY=pk_test', 'MEDUSA_PUBLISHABLE_KEY=pk_{hex:8}'],
      },
    },
  ],
});
