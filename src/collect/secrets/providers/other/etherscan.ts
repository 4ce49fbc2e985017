import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'etherscan',
  name: 'Etherscan',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://etherscan.io/myapikey' },
  rules: [
    {
      id: 'etherscan-api-key',
      name: 'Etherscan API key',
      anchors: ['etherscan', 'bscscan', 'polygonscan', 'arbiscan', 'basescan', 'snowtrace', 'ftmscan'],
      pattern: assigned('(?:ether|bsc|polygon|base|ftm)scan|arbiscan|snowtrace', KEY, '[A-Z0-9]{34}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Use the explorer API on your quota.',
      verify: {
        url: 'https://api.etherscan.io/v2/api?chainid=1&module=stats&action=ethsupply&apikey={secret}',
        live: [200],
        dead: [401],
        liveText: '"status":"1"',
      },
      samples: {
        yes: ['ETHERSCAN_API_KEY={upper:34}', "etherscanApiKey: '{upper:34}'", 'POLYGONSCAN_API_KEY={upper:34}'],
        no: ['ETHERSCAN_API_KEY=your_etherscan_api_key', 'checksum = "{upper:34}"', 'ETHERSCAN_API_KEY={upper:37}'],
      },
    },
  ],
});
