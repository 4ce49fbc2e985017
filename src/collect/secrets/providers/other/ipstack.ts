import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ipstack',
  name: 'ipstack',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://ipstack.com/dashboard' },
  rules: [
    {
      id: 'ipstack-access-key',
      name: 'ipstack access key',
      anchors: ['ipstack'],
      pattern: assigned('ipstack', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      samples: {
        yes: ['IPSTACK_ACCESS_KEY={hex:32}', "ipstackAccessKey: '{hex:32}'"],
        no: ['IPSTACK_ACCESS_KEY=your_ipstack_access_key', 'checksum = "{hex:32}"', 'IPSTACK_ACCESS_KEY={hex:35}'],
      },
    },
    {
      id: 'ipstack-url-key',
      name: 'ipstack access key in an address',
      anchors: ['api.ipstack.com'],
      pattern: /api\.ipstack\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?access_key=([0-9a-f]{32})(?![\w-])/i,
      power: 'limited',
      impact: 'Look up addresses on your quota.',
      samples: {
        yes: [
          'https://api.ipstack.com/x?access_key={hex:32}',
          'fetch("https://api.ipstack.com/v1/x?q=a&access_key={hex:32}")',
        ],
        no: ['https://api.ipstack.com/x?access_key=YOUR_KEY', 'https://api.ipstack.com/x?access_key=${KEY}'],
      },
    },
  ],
});
