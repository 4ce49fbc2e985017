import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ipgeolocation',
  name: 'ipgeolocation.io',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://app.ipgeolocation.io/' },
  rules: [
    {
      id: 'ipgeolocation-api-key',
      name: 'ipgeolocation.io API key',
      anchors: ['ipgeolocation'],
      pattern: assigned('ipgeolocation', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      samples: {
        yes: ['IPGEOLOCATION_API_KEY={hex:32}', "ipgeolocationApiKey: '{hex:32}'"],
        no: [
          'IPGEOLOCATION_API_KEY=your_ipgeolocation_api_key',
          'checksum = "{hex:32}"',
          'IPGEOLOCATION_API_KEY={hex:35}',
        ],
      },
    },
    {
      id: 'ipgeolocation-url-key',
      name: 'ipgeolocation.io key in an address',
      anchors: ['api.ipgeolocation.io'],
      pattern: /api\.ipgeolocation\.io[^\s"'`<>]{0,160}?[?&](?:amp;)?apiKey=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      samples: {
        yes: [
          'https://api.ipgeolocation.io/x?apiKey={hex:32}',
          'fetch("https://api.ipgeolocation.io/v1/x?q=a&apiKey={hex:32}")',
        ],
        no: ['https://api.ipgeolocation.io/x?apiKey=YOUR_KEY', 'https://api.ipgeolocation.io/x?apiKey=${KEY}'],
      },
    },
  ],
});
