import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'commerce-layer',
  name: 'Commerce Layer',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://dashboard.commercelayer.io/' },
  rules: [
    {
      id: 'commerce-layer-client-secret',
      name: 'Commerce Layer client secret',
      anchors: ['commercelayer', 'commerce_layer', 'commerce-layer'],
      pattern: assigned('commerce[_-]?layer|\\bcl_', 'secret', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the client id: read and change orders, customers, stock and prices.',
      samples: {
        yes: ['COMMERCELAYER_CLIENT_SECRET={base64url:42}a', 'commerceLayer: { clientSecret: "{alnum:43}" }'],
        no: ['COMMERCELAYER_CLIENT_SECRET=your_secret', 'CLIENT_SECRET={alnum:43}'],
      },
    },
  ],
});
