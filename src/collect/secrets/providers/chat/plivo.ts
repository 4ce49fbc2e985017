import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'plivo',
  name: 'Plivo',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://console.plivo.com/dashboard/',
    notes: ['Plivo keeps the old auth token alive for a while when you ask for a secondary one.'],
  },
  rules: [
    {
      id: 'plivo-auth-token',
      name: 'Plivo auth token',
      anchors: ['plivo'],
      pattern: assigned('plivo', 'token|secret', '[A-Za-z0-9_-]{40}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and calls on your balance and read call logs.',
      pairsWith: ['plivo-auth-id'],
      samples: {
        yes: ['PLIVO_AUTH_TOKEN={alnum:40}', "plivoAuthToken: '{alnum:40}'"],
        no: ['PLIVO_AUTH_TOKEN=your_plivo_auth_token', 'checksum = "{alnum:40}"', 'PLIVO_AUTH_TOKEN={alnum:43}'],
      },
    },
    {
      id: 'plivo-auth-id',
      name: 'Plivo auth ID',
      anchors: ['plivo'],
      pattern: assigned('plivo', 'id', '[MS]A[A-Z0-9]{18}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing alone: it names your account.',
      samples: {
        yes: ['PLIVO_AUTH_ID=MA{upper:18}', "plivoAuthId: 'MA{upper:18}'"],
        no: ['PLIVO_AUTH_ID=your_plivo_auth_id', 'checksum = "MA{upper:18}"', 'PLIVO_AUTH_ID=MA{upper:21}'],
      },
    },
  ],
});
