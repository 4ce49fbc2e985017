import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'alpha-vantage',
  name: 'Alpha Vantage',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.alphavantage.co/support/#api-key' },
  rules: [
    {
      id: 'alpha-vantage-api-key',
      name: 'Alpha Vantage API key',
      anchors: ['alphavantage', 'alpha_vantage', 'alpha-vantage'],
      pattern: assigned('alpha[_.-]?vantage', KEY, '[A-Z0-9]{16}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Ask for market data on your quota.',
      samples: {
        yes: ['ALPHA_VANTAGE_API_KEY={upper:16}', "alphaVantageApiKey: '{upper:16}'"],
        no: [
          'ALPHA_VANTAGE_API_KEY=your_alpha_vantage_api_key',
          'checksum = "{upper:16}"',
          'ALPHA_VANTAGE_API_KEY={upper:19}',
        ],
      },
    },
    {
      id: 'alpha-vantage-url-key',
      name: 'Alpha Vantage API key in an address',
      anchors: ['alphavantage.co'],
      pattern: /alphavantage\.co[^\s"'`<>]{0,160}?[?&](?:amp;)?apikey=([A-Z0-9]{16})(?![\w-])/i,
      power: 'limited',
      impact: 'Ask for market data on your quota.',
      samples: {
        yes: [
          'https://alphavantage.co/x?apikey={upper:16}',
          'fetch("https://alphavantage.co/v1/x?q=a&apikey={upper:16}")',
        ],
        no: ['https://alphavantage.co/x?apikey=YOUR_KEY', 'https://alphavantage.co/x?apikey=${KEY}'],
      },
    },
  ],
});
