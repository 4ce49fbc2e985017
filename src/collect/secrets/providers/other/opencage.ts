import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'opencage',
  name: 'OpenCage',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://opencagedata.com/dashboard' },
  rules: [
    {
      id: 'opencage-api-key',
      name: 'OpenCage API key',
      anchors: ['opencage', 'open_cage'],
      pattern: assigned('open[_.-]?cage', 'key|token|secret|appid|owm', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up places on your quota.',
      samples: {
        yes: ['OPENCAGE_API_KEY={hex:32}', "opencageApiKey: '{hex:32}'"],
        no: ['OPENCAGE_API_KEY=your_opencage_api_key', 'checksum = "{hex:32}"', 'OPENCAGE_API_KEY={hex:35}'],
      },
    },
    {
      id: 'opencage-url-key',
      name: 'OpenCage API key in an address',
      anchors: ['api.opencagedata.com'],
      pattern: /api\.opencagedata\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?key=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Look up places on your quota.',
      samples: {
        yes: [
          'https://api.opencagedata.com/x?key={hex:32}',
          'fetch("https://api.opencagedata.com/v1/x?q=a&key={hex:32}")',
        ],
        no: ['https://api.opencagedata.com/x?key=YOUR_KEY', 'https://api.opencagedata.com/x?key=${KEY}'],
      },
    },
  ],
});
