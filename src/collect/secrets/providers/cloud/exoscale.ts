import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'exoscale',
  name: 'Exoscale',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://portal.exoscale.com/iam/api-keys',
  },
  rules: [
    {
      id: 'exoscale-api-key',
      name: 'Exoscale API key',
      anchors: afterDelimiter('EXO'),
      pattern: /(?<![\w.-])(EXO[0-9a-f]{24,30})(?![0-9A-Za-z_])/,
      power: 'limited',
      impact: 'Half of a credential: with its secret, create and destroy your servers.',
      samples: {
        yes: ['EXOSCALE_API_KEY=EXO{hex:24}', 'key: "EXO{hex:24}"'],
        no: ['"EXOSCALE_API_KEY"', '"EXO{hex:8}"'],
      },
    },
  ],
});
