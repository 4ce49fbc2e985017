import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'temporal',
  name: 'Temporal Cloud',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.temporal.io/settings/api-keys',
  },
  rules: [
    {
      id: 'temporal-api-key',
      name: 'Temporal Cloud API key',
      anchors: ['temporal'],
      pattern: assigned('temporal', 'key|token', String.raw`eyJ[\w-]{20,200}\.eyJ[\w-]{20,900}\.[\w-]{40,700}`),
      reach: [8, 2000],
      power: 'data',
      impact: 'Start, read and end your workflows, with the data in them.',
      samples: {
        yes: [
          'TEMPORAL_API_KEY={jwt:{"account_id":"ab1cd","iss":"temporal.io","key_id":"k"}}',
          'temporal: { apiKey: "{jwt:{"iss":"temporal.io","aud":["temporal.io"]}}" }',
        ],
        no: ['TEMPORAL_API_KEY=key', 'TEMPORAL_NAMESPACE={alnum:20}'],
      },
    },
  ],
});
