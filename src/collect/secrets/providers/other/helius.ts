import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'helius',
  name: 'Helius',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://dashboard.helius.dev/api-keys' },
  rules: [
    {
      id: 'helius-url-key',
      name: 'Helius API key in an address',
      anchors: ['helius-rpc.com'],
      pattern:
        /helius-rpc\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?api-key=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
      power: 'spend',
      impact: 'Use the Solana API on your plan.',
      samples: {
        yes: ['https://helius-rpc.com/x?api-key={uuid}', 'fetch("https://helius-rpc.com/v1/x?q=a&api-key={uuid}")'],
        no: ['https://helius-rpc.com/x?api-key=YOUR_KEY', 'https://helius-rpc.com/x?api-key=${KEY}'],
      },
    },
    {
      id: 'helius-api-key',
      name: 'Helius API key',
      anchors: ['helius'],
      pattern: assigned('helius', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use the Solana API on your plan.',
      samples: {
        yes: ['HELIUS_API_KEY={uuid}', "heliusApiKey: '{uuid}'"],
        no: ['HELIUS_API_KEY=your_helius_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
