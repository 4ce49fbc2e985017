import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bittrex',
  name: 'Bittrex',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://bittrex.com/',
    notes: ['Bittrex closed in 2023; treat the key as dead and delete it.'],
  },
  rules: [
    {
      id: 'bittrex-api-key',
      name: 'Bittrex key or secret',
      anchors: ['bittrex'],
      pattern: assigned('bittrex', KEY, '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, when the exchange still ran.',
      samples: {
        yes: ['BITTREX_API_SECRET={hex:32}', "bittrexApiSecret: '{hex:32}'"],
        no: ['BITTREX_API_SECRET=your_bittrex_api_secret', 'checksum = "{hex:32}"', 'BITTREX_API_SECRET={hex:35}'],
      },
    },
  ],
});
