import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'railway',
  name: 'Railway',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://railway.com/account/tokens',
    notes: ['A project token is made in the project’s settings and reaches one environment only.'],
  },
  rules: [
    {
      id: 'railway-token',
      name: 'Railway token',
      anchors: ['railway'],
      pattern: assigned('railway', 'token', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: ['RAILWAY_TOKEN={uuid}', 'railway: { apiToken: "{uuid}" }'],
        no: ['RAILWAY_PROJECT_ID={uuid}', 'RAILWAY_TOKEN=your-token'],
      },
    },
  ],
});
