import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fauna',
  name: 'Fauna',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.fauna.com/',
    notes: ['Fauna ended its service in May 2025: a key only matters where a private copy still runs.'],
  },
  rules: [
    {
      id: 'fauna-secret',
      name: 'Fauna secret',
      anchors: ['fnAC', 'fnAD', 'fnAE', 'fnAF'],
      pattern: /(?<![\w+/-])(fnA[C-F][A-Za-z0-9_-]{36})(?![\w+/=-])/,
      power: 'data',
      impact: 'Read and change the database as its role allows, an admin key everything.',
      samples: {
        yes: ['FAUNA_SECRET=fnAE{alnum:36}', "new faunadb.Client({ secret: 'fnAF{alnum:36}' })"],
        no: ['FAUNA_SECRET=fnAExxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'fnA{alnum:80}', 'fnAction'],
      },
    },
  ],
});
