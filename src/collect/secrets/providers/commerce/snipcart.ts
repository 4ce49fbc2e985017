import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'snipcart',
  name: 'Snipcart',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://app.snipcart.com/dashboard/account/credentials' },
  rules: [
    {
      id: 'snipcart-secret-key',
      name: 'Snipcart secret API key',
      anchors: ['snipcart'],
      pattern: assigned('snipcart', 'key|secret|token', '(?:S|ST)_[A-Za-z0-9]{60,90}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders and customers and issue refunds.',
      verify: {
        url: 'https://app.snipcart.com/api/orders?limit=1',
        headers: { accept: 'application/json' },
        basic: '{secret}:',
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SNIPCART_SECRET_API_KEY=S_{alnum:73}', 'snipcart: { secretKey: "ST_{alnum:73}" }'],
        no: ['SNIPCART_SECRET_API_KEY=your_secret', 'SECRET_API_KEY=S_{alnum:73}'],
      },
    },
  ],
});
