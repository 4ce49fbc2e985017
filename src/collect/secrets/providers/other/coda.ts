import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coda',
  name: 'Coda',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://coda.io/account' },
  rules: [
    {
      id: 'coda-api-token',
      name: 'Coda API token',
      anchors: ['coda_api', 'coda_token', 'codaapi', 'codatoken'],
      pattern: assigned(
        '(?<![a-z])coda(?=[_.-]?(?:api|token))',
        'api|token',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: "Read and change the person's documents.",
      verify: {
        url: 'https://coda.io/apis/v1/whoami',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CODA_API_TOKEN={uuid}', "codaApiToken: '{uuid}'"],
        no: ['CODA_API_TOKEN=your_coda_api_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
