import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bybit',
  name: 'Bybit',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.bybit.com/app/user/api-management' },
  rules: [
    {
      id: 'bybit-api-secret',
      name: 'Bybit API secret',
      anchors: ['bybit'],
      pattern: assigned('bybit', 'secret', '[A-Za-z0-9]{36}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may.',
      samples: {
        yes: ['BYBIT_API_SECRET={alnum:36}', "bybitApiSecret: '{alnum:36}'"],
        no: ['BYBIT_API_SECRET=your_bybit_api_secret', 'checksum = "{alnum:36}"', 'BYBIT_API_SECRET={alnum:39}'],
      },
    },
  ],
});
