import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'northflank',
  name: 'Northflank',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.northflank.com/s/account/api/tokens',
  },
  rules: [
    {
      id: 'northflank-api-token',
      name: 'Northflank API token',
      anchors: ['northflank', 'nf-eyJ'],
      pattern: assigned(
        'northflank',
        'token|key',
        String.raw`(?:nf-)?eyJ[\w-]{10,200}\.eyJ[\w-]{10,900}\.[\w-]{40,700}`,
      ),
      reach: [8, 2000],
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: [
          'NORTHFLANK_API_TOKEN=nf-{jwt:{"uuid":"a","entityType":"user"}}',
          'northflankToken: "{jwt:{"uuid":"b","entityType":"team"}}"',
        ],
        no: ['NORTHFLANK_API_TOKEN=token', 'NORTHFLANK_PROJECT={alnum:20}'],
      },
    },
  ],
});
