import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'alpaca',
  name: 'Alpaca',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.alpaca.markets/' },
  rules: [
    {
      id: 'alpaca-secret-key',
      name: 'Alpaca secret key',
      anchors: ['alpaca', 'apca_api'],
      pattern: assigned('(?:alpaca|apca[_.-]?api)', 'secret', '[A-Za-z0-9]{40,44}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade on your brokerage account.',
      samples: {
        yes: ['ALPACA_SECRET_KEY={alnum:40}', "alpacaSecretKey: '{alnum:40}'", 'APCA_API_SECRET_KEY={alnum:40}'],
        no: ['ALPACA_SECRET_KEY=your_alpaca_secret_key', 'checksum = "{alnum:40}"'],
      },
    },
  ],
});
