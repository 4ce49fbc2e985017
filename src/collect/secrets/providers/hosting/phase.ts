import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'phase',
  name: 'Phase',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://console.phase.dev',
    notes: ['Every secret that it could read counts as exposed.'],
  },
  rules: [
    {
      id: 'phase-token',
      name: 'Phase token',
      anchors: ['pss_service:', 'pss_user:'],
      pattern: /\b(pss_(?:service|user):v\d:[0-9a-f]{64}:[0-9a-f]{64}:[0-9a-f]{64}:[0-9a-f]{64})(?![\w:-])/,
      reach: [4, 340],
      power: 'infrastructure',
      impact: 'Read every secret of the environments that it opens.',
      samples: {
        yes: [
          'PHASE_SERVICE_TOKEN=pss_service:v2:{hex:64}:{hex:64}:{hex:64}:{hex:64}',
          '"pss_user:v1:{hex:64}:{hex:64}:{hex:64}:{hex:64}"',
        ],
        no: ['pss_service:v2:xxx', 'pss_user:v1:{hex:64}'],
      },
    },
  ],
});
