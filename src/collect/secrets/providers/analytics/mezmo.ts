import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mezmo',
  name: 'Mezmo (LogDNA)',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.mezmo.com/manage/api-keys' },
  rules: [
    {
      id: 'mezmo-key',
      name: 'Mezmo ingestion or service key',
      anchors: ['logdna', 'mezmo'],
      pattern: assigned('logdna|mezmo', KEY, '[0-9a-f]{32}|sts_[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up logs; a service key reads and exports them.',
      samples: {
        yes: ['LOGDNA_KEY={hex:32}', "logdnaKey: '{hex:32}'"],
        no: ['LOGDNA_KEY=your_logdna_key', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
