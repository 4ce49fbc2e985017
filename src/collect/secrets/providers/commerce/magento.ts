import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'magento',
  name: 'Adobe Commerce (Magento)',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://experienceleague.adobe.com/en/docs/commerce-admin/systems/integrations',
    notes: ['System, Integrations of your own shop: reauthorizing replaces all four values together.'],
  },
  rules: [
    {
      id: 'magento-access-token',
      name: 'Magento integration token',
      anchors: ['magento'],
      pattern: assigned('magento', 'token|secret|consumer[_-]?key', '[a-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders, customers, products and prices, as far as the integration may.',
      samples: {
        yes: ['MAGENTO_ACCESS_TOKEN={lower:32}', 'magento:\n  consumer_secret: {lower:32}'],
        no: ['MAGENTO_ACCESS_TOKEN=your_access_token', 'ACCESS_TOKEN={lower:32}', 'MAGENTO_ACCESS_TOKEN={lower:10}'],
      },
    },
  ],
});
