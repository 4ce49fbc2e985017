import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'kucoin',
  name: 'KuCoin',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.kucoin.com/account/api' },
  rules: [
    {
      id: 'kucoin-api-secret',
      name: 'KuCoin API secret',
      anchors: ['kucoin'],
      pattern: assigned('kucoin', 'secret', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may.',
      pairsWith: ['kucoin-api-key'],
      samples: {
        yes: ['KUCOIN_API_SECRET={uuid}', "kucoinApiSecret: '{uuid}'"],
        no: ['KUCOIN_API_SECRET=your_kucoin_api_secret', 'checksum = "{uuid}"'],
      },
    },
    {
      id: 'kucoin-api-key',
      name: 'KuCoin API key',
      anchors: ['kucoin'],
      pattern: assigned('kucoin', 'key', '[0-9a-f]{24}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Nothing alone: it works with its secret and passphrase.',
      pairsWith: ['kucoin-api-secret'],
      samples: {
        yes: ['KUCOIN_API_KEY={hex:24}', "kucoinApiKey: '{hex:24}'"],
        no: ['KUCOIN_API_KEY=your_kucoin_api_key', 'checksum = "{hex:24}"', 'KUCOIN_API_KEY={hex:27}'],
      },
    },
  ],
});
