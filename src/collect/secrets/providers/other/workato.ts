import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'workato',
  name: 'Workato',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.workato.com/members/api/clients' },
  rules: [
    {
      id: 'workato-api-token',
      name: 'Workato API token',
      anchors: ['wrka-eyJ', 'wrkaeu-eyJ', 'wrkajp-eyJ', 'wrkasg-eyJ', 'wrkaau-eyJ'],
      pattern: /\b(wrka(?:[a-z]{2})?-eyJ[\w-]{8,200}\.[\w-]{16,600}\.[\w-]{64,700})(?![\w-])/,
      reach: [16, 1500],
      power: 'infrastructure',
      impact: 'Read and change your recipes.',
      samples: {
        yes: [
          'WORKATO_API_TOKEN=wrka-eyJ{alnum:30}.{alnum:60}.{alnum:86}',
          '"wrkaeu-eyJ{alnum:30}.{alnum:60}.{alnum:86}"',
        ],
        no: ['wrka-short'],
      },
    },
  ],
});
