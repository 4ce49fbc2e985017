import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'koyeb',
  name: 'Koyeb',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.koyeb.com/settings/api',
  },
  rules: [
    {
      id: 'koyeb-api-token',
      name: 'Koyeb API token',
      anchors: ['koyeb'],
      pattern: assigned('koyeb', KEY, '[0-9a-z]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://app.koyeb.com/v1/apps?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['KOYEB_TOKEN={lower:64}', 'koyeb: { apiToken: "{lower:64}" }'],
        no: ['KOYEB_TOKEN=token', 'KOYEB_APP={lower:64}'],
      },
    },
  ],
});
