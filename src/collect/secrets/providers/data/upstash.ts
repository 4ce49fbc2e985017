import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'upstash',
  name: 'Upstash',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://console.upstash.com/',
    notes: [
      'Resetting a database password also replaces its REST tokens. QStash keeps a next signing key: roll it twice after a leak.',
    ],
  },
  rules: [
    {
      id: 'upstash-rest-token',
      name: 'Upstash REST token',
      anchors: ['upstash', 'kv_rest_api', 'redis_rest'],
      pattern: assigned(
        'upstash|kv_rest_api|redis_rest',
        'token',
        '(?=[A-Za-z0-9+/_-]{0,20}[A-Z])[A-Za-z0-9+/_-]{40,200}={0,2}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact:
        'Read, change and delete everything in that Redis, vector or search database: sessions, carts, rate limits.',
      samples: {
        yes: [
          'UPSTASH_REDIS_REST_TOKEN=A{alnum:62}',
          'KV_REST_API_TOKEN="A{alnum:56}"',
          "new Redis({ url: 'https://x.upstash.io', token: 'A{alnum:60}' })",
        ],
        no: [
          'UPSTASH_REDIS_REST_TOKEN=your-upstash-token',
          'REDIS_URL=redis://localhost:6379',
          'UPSTASH_REDIS_REST_TOKEN={alnum:12}',
        ],
      },
    },
    {
      id: 'upstash-qstash-token',
      name: 'QStash token',
      anchors: ['qstash'],
      pattern: assigned('qstash', 'token', 'ey[A-Za-z0-9+/]{80,160}={0,2}'),
      power: 'data',
      impact: 'Queue, read and cancel the background jobs of your app.',
      samples: {
        yes: [
          'QSTASH_TOKEN=eyJVc2VySUQiOi{alnum:110}=',
          "new Client({ token: process.env.QSTASH_TOKEN || 'eyJVc2VySUQiOi{alnum:110}' })",
        ],
        no: ['QSTASH_TOKEN=your_qstash_token', 'QSTASH_TOKEN=ey{alnum:20}'],
      },
    },
    {
      id: 'upstash-signing-key',
      name: 'QStash signing key',
      anchors: ['qstash'],
      pattern: assigned('qstash', 'signing', 'sig_[A-Za-z0-9]{26,32}'),
      power: 'data',
      impact: 'Forge job calls that your app takes for its own background queue.',
      samples: {
        yes: ['QSTASH_CURRENT_SIGNING_KEY=sig_{alnum:28}', 'qstash: { nextSigningKey: "sig_{alnum:28}" }'],
        no: ['QSTASH_CURRENT_SIGNING_KEY=sig_xxxxx', 'QSTASH_CURRENT_SIGNING_KEY=sig_{alnum:8}'],
      },
    },
    {
      id: 'upstash-management-key',
      name: 'Upstash management API key',
      anchors: ['upstash'],
      pattern: assigned(
        'upstash',
        'api[_-]?key|management',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the account mail: read every token and create or delete every database.',
      samples: {
        yes: ['UPSTASH_API_KEY={uuid}', '"upstash": { "email": "a@b.c", "apiKey": "{uuid}" }'],
        no: ['UPSTASH_API_KEY=00000000-0000-0000-0000-000000000000', 'API_KEY={uuid}'],
      },
    },
  ],
});
