import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'octopus-deploy',
  name: 'Octopus Deploy',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://octopus.com/docs/octopus-rest-api/how-to-create-an-api-key' },
  rules: [
    {
      id: 'octopus-deploy-api-key',
      name: 'Octopus Deploy API key',
      anchors: ['API-'],
      pattern: /(?<![\w-])(API-[A-Z0-9]{25,26})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy to your servers.',
      samples: {
        yes: ['OCTOPUS_API_KEY=API-{upper:26}', '"X-Octopus-ApiKey": "API-{upper:26}"'],
        no: ['API-KEY', 'API-REFERENCE', 'REST_API-{upper:26}'],
      },
    },
  ],
});
