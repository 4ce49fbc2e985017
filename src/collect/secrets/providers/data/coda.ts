import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'coda',
  name: 'Coda',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://coda.io/account#apiSettings' },
  rules: [
    {
      id: 'coda-api-token',
      name: 'Coda API token',
      anchors: ['coda_', 'coda-', 'codaapi', 'coda:', 'coda"'],
      pattern: named('(?<![a-z])coda', 'token|key', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every document the person may open.',
      verify: { url: 'https://coda.io/apis/v1/whoami', headers: { authorization: 'Bearer {secret}' }, live: [200], dead: [401] },
      samples: {
        yes: ['CODA_API_TOKEN={uuid}', 'codaApiKey: "{uuid}"'],
        no: ['CODA_API_TOKEN=your-token', 'xcoda_token={uuid}', 'CODA_DOC_ID={uuid}'],
      },
    },
  ],
});
