import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bigcartel',
  name: 'Big Cartel',
  category: 'commerce',
  rotation: {
    kind: 'instant',
    at: 'https://my.bigcartel.com/account',
    notes: ['Its API signs in with the account password, or with an OAuth token of an app.'],
  },
  rules: [
    {
      id: 'bigcartel-client-secret',
      name: 'Big Cartel OAuth client secret or token',
      anchors: ['bigcartel', 'big_cartel'],
      pattern: assigned('big_?cartel', 'secret|token', '[0-9a-f]{64}|[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders and products of the shops that use your app.',
      samples: {
        yes: ['BIGCARTEL_CLIENT_SECRET={hex:64}', 'bigcartel: { accessToken: "{alnum:43}" }'],
        no: ['BIGCARTEL_CLIENT_SECRET=your_secret', 'CLIENT_SECRET={hex:64}', 'BIGCARTEL_CLIENT_SECRET={hex:20}'],
      },
    },
  ],
});
