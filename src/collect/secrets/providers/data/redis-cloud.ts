import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'redis-cloud',
  name: 'Redis Cloud',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.redis.io/#/access-management/api-keys' },
  rules: [
    {
      id: 'redis-cloud-secret-key',
      name: 'Redis Cloud API secret key',
      anchors: ['rediscloud', 'redis_cloud', 'redis-cloud', 'x-api-secret-key'],
      pattern: assigned('redis[_-]?cloud|x-api', 'secret', 'S[0-9a-z]{40,60}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the account key: read passwords of, change or delete every Redis Cloud database.',
      pairsWith: ['redis-cloud-account-key'],
      samples: {
        yes: ['REDISCLOUD_SECRET_KEY=S{lower:48}', 'x-api-secret-key: S{lower:48}'],
        no: ['REDISCLOUD_SECRET_KEY=your_secret_key', 'SECRET_KEY=S{lower:48}', 'REDISCLOUD_SECRET_KEY=S{lower:12}'],
      },
    },
    {
      id: 'redis-cloud-account-key',
      name: 'Redis Cloud account key',
      anchors: ['rediscloud', 'redis_cloud', 'redis-cloud'],
      pattern: assigned('redis[_-]?cloud', 'access|account|api[_-]?key', 'A[0-9a-z]{40,60}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Names the account; with a secret key it manages every database.',
      pairsWith: ['redis-cloud-secret-key'],
      samples: {
        yes: ['REDISCLOUD_ACCESS_KEY=A{lower:48}', 'redis_cloud_api_key: "A{lower:48}"'],
        no: ['REDISCLOUD_ACCESS_KEY=your_account_key', 'ACCESS_KEY=A{lower:48}'],
      },
    },
  ],
});
