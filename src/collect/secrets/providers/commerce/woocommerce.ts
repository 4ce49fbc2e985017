import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'woocommerce',
  name: 'WooCommerce',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://woocommerce.com/document/woocommerce-rest-api/',
    notes: ['WooCommerce, Settings, Advanced, REST API of your own shop: add a key pair, deploy it, revoke the old.'],
  },
  rules: [
    {
      id: 'woocommerce-consumer-secret',
      name: 'WooCommerce consumer secret',
      anchors: afterDelimiter('cs_'),
      pattern: /(?<![\w.-])(cs_[0-9a-f]{40})(?![0-9a-zA-Z])/,
      power: 'data',
      impact: 'With the consumer key: read and change orders, customers and products of the shop.',
      pairsWith: ['woocommerce-consumer-key'],
      samples: {
        yes: [
          'WC_CONSUMER_SECRET=cs_{hex:40}',
          "new WooCommerceRestApi({ consumerSecret: 'cs_{hex:40}' })",
          '?consumer_secret=cs_{hex:40}&per_page=10',
        ],
        no: [
          'WC_CONSUMER_SECRET=cs_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'cs_{hex:24}',
          'docs_{hex:40}',
          'cs_test_{alnum:58}',
        ],
      },
    },
    {
      id: 'woocommerce-consumer-key',
      name: 'WooCommerce consumer key',
      anchors: afterDelimiter('ck_'),
      pattern: /(?<![\w.-])(ck_[0-9a-f]{40})(?![0-9a-zA-Z])/,
      power: 'limited',
      impact: 'Half of a key pair: with the consumer secret it reads and changes the shop.',
      pairsWith: ['woocommerce-consumer-secret'],
      samples: {
        yes: ['WC_CONSUMER_KEY=ck_{hex:40}', "consumerKey: 'ck_{hex:40}'"],
        no: ['WC_CONSUMER_KEY=ck_your_key', 'stack_{hex:40}', 'ck_{hex:12}'],
      },
    },
  ],
});
