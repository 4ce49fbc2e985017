import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coingecko',
  name: 'CoinGecko',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.coingecko.com/en/developers/dashboard' },
  rules: [
    {
      id: 'coingecko-api-key',
      name: 'CoinGecko API key',
      anchors: ['coingecko', 'cg_api', 'cg_pro', 'cg_demo'],
      pattern: assigned('coin[_.-]?gecko|cg(?=[_.-]?(?:api|pro|demo))', '', 'CG-[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for prices on your plan.',
      samples: {
        yes: ['COINGECKO_API_KEY=CG-{alnum:24}', "coingeckoApiKey: 'CG-{alnum:24}'"],
        no: [
          'COINGECKO_API_KEY=your_coingecko_api_key',
          'checksum = "CG-{alnum:24}"',
          'COINGECKO_API_KEY=CG-{alnum:27}',
        ],
      },
    },
  ],
});
