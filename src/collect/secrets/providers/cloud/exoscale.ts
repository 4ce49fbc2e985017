import { assigned } from '../../assigned.ts';
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
      anchors: ['"EXO', "'EXO", '`EXO', '=EXO', ':EXO', ' EXO', '>EXO', '\nEXO'],
      pattern: /["'\x60=:>\s](EXO[0-9a-f]{24,30})(?![0-9A-Za-z_])/,
      power: 'limited',
      impact: 'Half of a credential: with its secret, create and destroy your servers.',
      pairsWith: ['exoscale-api-secret'],
      samples: {
        yes: ['EXOSCALE_API_KEY=EXO{hex:24}', 'key: "EXO{hex:24}"'],
        no: ['"EXOSCALE_API_KEY"', '"EXO{hex:8}"'],
      },
    },
    {
      id: 'exoscale-api-secret',
      name: 'Exoscale API secret',
      anchors: ['exoscale'],
      pattern: assigned('exoscale', 'secret', String.raw`[\w-]{40,60}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its key, create, read and destroy your servers and storage.',
      pairsWith: ['exoscale-api-key'],
      samples: {
        yes: ['EXOSCALE_API_SECRET={base64url:42}a', 'exoscale_secret: "{alnum:43}"'],
        no: ['EXOSCALE_API_SECRET=secret', 'EXOSCALE_ZONE={alnum:43}'],
      },
    },
  ],
});
