import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'guardian',
  name: 'The Guardian',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://open-platform.theguardian.com/access/' },
  rules: [
    {
      id: 'guardian-api-key',
      name: 'Guardian API key',
      anchors: ['guardian_api', 'guardianapi', 'guardian_key', 'theguardian', 'guardian_open'],
      pattern: assigned('guardian', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search articles on your quota.',
      samples: {
        yes: ['GUARDIAN_API_KEY={uuid}', "guardianApiKey: '{uuid}'"],
        no: ['GUARDIAN_API_KEY=your_guardian_api_key', 'checksum = "{uuid}"'],
      },
    },
    {
      id: 'guardian-url-key',
      name: 'Guardian API key in an address',
      anchors: ['content.guardianapis.com'],
      pattern:
        /content\.guardianapis\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?api-key=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/i,
      power: 'limited',
      impact: 'Search articles on your quota.',
      samples: {
        yes: [
          'https://content.guardianapis.com/x?api-key={uuid}',
          'fetch("https://content.guardianapis.com/v1/x?q=a&api-key={uuid}")',
        ],
        no: [
          'https://content.guardianapis.com/x?api-key=YOUR_KEY',
          'https://content.guardianapis.com/x?api-key=${KEY}',
        ],
      },
    },
  ],
});
