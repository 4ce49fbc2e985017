import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'swell',
  name: 'Swell',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://login.swell.store/',
    notes: ['Developer, API keys of the store concerned.'],
  },
  rules: [
    {
      id: 'swell-secret-key',
      name: 'Swell secret key',
      anchors: ['swell_', 'swell-', 'swell.', 'swell:', 'swell('],
      pattern: assigned('(?<![a-z])swell', 'key|secret|init', 'sk_(?:test_)?[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders, customers, products and prices of the store.',
      samples: {
        yes: ['SWELL_SECRET_KEY=sk_{alnum:32}', "swell: { store: 'acme', secretKey: 'sk_{alnum:32}' }"],
        no: ['SWELL_SECRET_KEY=sk_your_key', 'SECRET_KEY=sk_{alnum:32}'],
      },
    },
  ],
});
