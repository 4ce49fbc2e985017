import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'moralis',
  name: 'Moralis',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://admin.moralis.com/api-keys' },
  rules: [
    {
      id: 'moralis-api-key',
      name: 'Moralis API key',
      anchors: ['moralis'],
      pattern: assigned('moralis', KEY, 'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}|[A-Za-z0-9]{64}'),
      reach: [48, 900],
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use the blockchain API on your plan.',
      samples: {
        yes: ['MORALIS_API_KEY={alnum:64}', "moralisApiKey: '{alnum:64}'"],
        no: ['MORALIS_API_KEY=your_moralis_api_key', 'checksum = "{alnum:64}"'],
      },
    },
  ],
});
