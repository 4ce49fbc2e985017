import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'semaphore',
  name: 'Semaphore',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://me.semaphoreci.com/account' },
  rules: [
    {
      id: 'semaphore-api-token',
      name: 'Semaphore API token',
      anchors: ['semaphore_api', 'semaphoreci', 'semaphore_ci', 'semaphoreapi'],
      pattern: assigned('semaphore(?=[_.-]?(?:ci|api))', KEY, '[A-Za-z0-9_-]{20}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start builds and read their settings.',
      samples: {
        yes: ['SEMAPHORE_API_TOKEN={alnum:20}', "semaphoreApiToken: '{alnum:20}'"],
        no: [
          'SEMAPHORE_API_TOKEN=your_semaphore_api_token',
          'checksum = "{alnum:20}"',
          'SEMAPHORE_API_TOKEN={alnum:23}',
        ],
      },
    },
  ],
});
