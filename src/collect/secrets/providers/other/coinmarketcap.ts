import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coinmarketcap',
  name: 'CoinMarketCap',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://pro.coinmarketcap.com/account' },
  rules: [
    {
      id: 'coinmarketcap-api-key',
      name: 'CoinMarketCap API key',
      anchors: ['coinmarketcap', 'cmc_pro', 'cmc_api', 'cmcapi', 'x-cmc'],
      pattern: assigned(
        'coin[_.-]??market[_.-]??cap|cmc(?=[_.-]?(?:pro|api))',
        KEY,
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for prices on your plan.',
      verify: {
        url: 'https://pro-api.coinmarketcap.com/v1/key/info',
        headers: { 'x-cmc_pro_api_key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['COINMARKETCAP_API_KEY={uuid}', "coinmarketcapApiKey: '{uuid}'", 'X-CMC_PRO_API_KEY: {uuid}'],
        no: ['COINMARKETCAP_API_KEY=your_coinmarketcap_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
