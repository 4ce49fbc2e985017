import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rainforest',
  name: 'Rainforest',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://platform.rainforestpay.com/' },
  rules: [
    {
      id: 'rainforest-api-key',
      name: 'Rainforest API key',
      anchors: ['rainforest'],
      pattern: assigned('rainforest', '', 'apikey_[0-9a-f]{64}'),
      power: 'money',
      impact: 'Take and refund payments and move the balances of your sellers.',
      verify: {
        url: 'https://api.rainforestpay.com/v1/merchants?limit=1',
        headers: { authorization: 'Bearer apikey_{secret}', 'rainforest-api-version': '2024-10-16' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['RAINFOREST_API_KEY=apikey_{hex:64}', 'rainforest: { apiKey: "apikey_{hex:64}" }'],
        no: ['RAINFOREST_API_KEY=sbx_apikey_{hex:64}', 'API_KEY=apikey_{hex:64}', 'RAINFOREST_API_KEY=apikey_{hex:20}'],
      },
    },
  ],
});
