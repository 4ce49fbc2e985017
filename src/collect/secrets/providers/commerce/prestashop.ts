import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'prestashop',
  name: 'PrestaShop',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://devdocs.prestashop-project.org/8/webservice/tutorials/creating-access/',
    notes: ['Advanced parameters, Webservice of your own shop.'],
  },
  rules: [
    {
      id: 'prestashop-webservice-key',
      name: 'PrestaShop webservice key',
      anchors: ['prestashop', 'ps_ws_', 'ws_key'],
      pattern: assigned('prestashop|ps_ws|ws_', 'key|token', '[0-9A-Z]{32}', 'i'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders, customers and products, as far as its permissions go.',
      samples: {
        yes: [
          'PRESTASHOP_API_KEY={upper:32}',
          'https://shop.acme.io/api/orders?prestashop=1&ws_key={upper:32}&output_format=JSON',
          'prestashop: { wsKey: "{upper:32}" }',
        ],
        no: ['PRESTASHOP_API_KEY=your_api_key', 'API_KEY={upper:32}'],
      },
    },
  ],
});
