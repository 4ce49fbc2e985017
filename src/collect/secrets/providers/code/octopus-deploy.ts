import { assigned } from '../../assigned.ts';
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
      anchors: ['octopus'],
      pattern: assigned('octopus', '', 'API-[A-Z0-9]{25,26}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy to your servers.',
      samples: {
        yes: [
          'OCTOPUS_API_KEY=API-{upper:26}',
          "octopusApiKey: 'API-{upper:26}'",
          '"X-Octopus-ApiKey": "API-{upper:26}"',
        ],
        no: ['OCTOPUS_API_KEY=your_octopus_api_key', 'checksum = "API-{upper:26}"', 'OCTOPUS_API_KEY=API-{upper:29}'],
      },
    },
  ],
});
