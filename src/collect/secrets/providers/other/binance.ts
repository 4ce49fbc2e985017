import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'binance',
  name: 'Binance',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.binance.com/en/my/settings/api-management' },
  rules: [
    {
      id: 'binance-api-secret',
      name: 'Binance API secret',
      anchors: ['binance'],
      pattern: assigned('binance', 'secret', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may.',
      pairsWith: ['binance-api-key'],
      samples: {
        yes: ['BINANCE_API_SECRET={alnum:64}', "binanceApiSecret: '{alnum:64}'"],
        no: ['BINANCE_API_SECRET=your_binance_api_secret', 'checksum = "{alnum:64}"', 'BINANCE_API_SECRET={alnum:67}'],
      },
    },
    {
      id: 'binance-api-key',
      name: 'Binance API key',
      anchors: ['binance'],
      pattern: assigned('binance', 'key', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if it may, once its secret is found too.',
      pairsWith: ['binance-api-secret'],
      samples: {
        yes: ['BINANCE_API_KEY={alnum:64}', "binanceApiKey: '{alnum:64}'"],
        no: ['BINANCE_API_KEY=your_binance_api_key', 'checksum = "{alnum:64}"', 'BINANCE_API_KEY={alnum:67}'],
      },
    },
  ],
});
