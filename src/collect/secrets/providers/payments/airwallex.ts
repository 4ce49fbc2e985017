import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'airwallex',
  name: 'Airwallex',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://www.airwallex.com/app/developer/api-keys' },
  rules: [
    {
      id: 'airwallex-api-key',
      name: 'Airwallex API key',
      anchors: ['airwallex'],
      pattern: assigned('airwallex', 'api[_-]?key|secret|token', '[0-9a-f]{96,160}'),
      identifiedBy: 'context',
      reach: [16, 420],
      power: 'money',
      impact: 'With the client id: take payments, refund, and send your balance out.',
      samples: {
        yes: ['AIRWALLEX_API_KEY={hex:128}', "airwallex: { clientId: 'x', apiKey: '{hex:128}' }"],
        no: ['AIRWALLEX_API_KEY=your_api_key', 'AIRWALLEX_API_KEY={hex:40}'],
      },
    },
  ],
});
