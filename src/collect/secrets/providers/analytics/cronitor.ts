import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cronitor',
  name: 'Cronitor',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://cronitor.io/app/settings/api' },
  rules: [
    {
      id: 'cronitor-api-key',
      name: 'Cronitor API key',
      anchors: ['cronitor'],
      pattern: assigned('cronitor', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and pause your job monitors.',
      samples: {
        yes: ['CRONITOR_API_KEY={hex:32}', "cronitorApiKey: '{hex:32}'"],
        no: ['CRONITOR_API_KEY=your_cronitor_api_key', 'checksum = "{hex:32}"', 'CRONITOR_API_KEY={hex:35}'],
      },
    },
  ],
});
