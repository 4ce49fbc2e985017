import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'finnhub',
  name: 'Finnhub',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://finnhub.io/dashboard' },
  rules: [
    {
      id: 'finnhub-api-key',
      name: 'Finnhub API key',
      anchors: ['finnhub'],
      pattern: assigned('finnhub', KEY, '[a-z0-9]{20}(?:[a-z0-9]{20})?'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for market data on your plan.',
      verify: {
        url: 'https://finnhub.io/api/v1/quote?symbol=AAPL',
        headers: { 'x-finnhub-token': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['FINNHUB_API_KEY={lower:20}', "finnhubApiKey: '{lower:20}'"],
        no: ['FINNHUB_API_KEY=your_finnhub_api_key', 'checksum = "{lower:20}"', 'FINNHUB_API_KEY={lower:23}'],
      },
    },
  ],
});
