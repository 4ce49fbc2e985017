import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'baserow',
  name: 'Baserow',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://baserow.io/dashboard',
    notes: ['My settings, Database tokens: rotating ends the old value at once.'],
  },
  rules: [
    {
      id: 'baserow-token',
      name: 'Baserow database token',
      anchors: ['baserow'],
      pattern: assigned('baserow', 'token|key', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the tables it was made for.',
      samples: {
        yes: ['BASEROW_TOKEN={alnum:32}', 'baserow: { apiToken: "{alnum:32}" }'],
        no: ['BASEROW_TOKEN=your_token', 'TOKEN={alnum:32}', 'BASEROW_TOKEN={alnum:10}'],
      },
    },
  ],
});
