import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'iterable',
  name: 'Iterable',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.iterable.com/settings/apiKeys',
    notes: ['A mobile or web key with JWT may be public; a server-side key never.'],
  },
  rules: [
    {
      id: 'iterable-api-key',
      name: 'Iterable API key',
      anchors: ['iterable_', 'iterable-', 'iterableapi', 'iterable.com'],
      pattern: assigned('iterable(?=[_.-]|api)', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change your users’ profiles and message them.',
      verify: {
        url: 'https://api.iterable.com/api/channels',
        headers: { 'api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['ITERABLE_API_KEY={hex:32}', 'iterableApiKey = "{hex:32}"'],
        no: ['iterable_hash={hex:32}', 'ITERABLE_API_KEY=your_api_key'],
      },
    },
  ],
});
