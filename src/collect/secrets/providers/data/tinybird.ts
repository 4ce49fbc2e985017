import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tinybird',
  name: 'Tinybird',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://app.tinybird.co/tokens',
    notes: ['Refreshing a token ends the old value at once.'],
  },
  rules: [
    {
      id: 'tinybird-token',
      name: 'Tinybird auth token',
      anchors: ['p.eyJ1Ijog', 'p.eyJ1Ijoi'],
      pattern: /(?<![A-Za-z0-9._-])(p\.eyJ1Ijo[A-Za-z0-9_-]{40,300}\.[A-Za-z0-9_-]{20,60})(?![A-Za-z0-9_.-])/,
      power: 'data',
      impact: 'Query or append the data it was scoped to, an admin token all of it.',
      samples: {
        yes: ['TINYBIRD_TOKEN=p.eyJ1Ijog{alnum:110}.{base64url:42}a', '?token=p.eyJ1Ijoi{alnum:100}.{base64url:42}a'],
        no: ['TINYBIRD_TOKEN=p.eyJ1IjogIj...', 'p.eyJ1Ijog{alnum:10}'],
      },
    },
  ],
});
