import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'snyk',
  name: 'Snyk',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://app.snyk.io/account' },
  rules: [
    {
      id: 'snyk-api-token',
      name: 'Snyk API token',
      anchors: ['snyk'],
      pattern: assigned('snyk', 'token|key', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every vulnerability found in your code.',
      verify: {
        url: 'https://api.snyk.io/rest/self?version=2024-06-10',
        headers: { authorization: 'token {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SNYK_TOKEN={uuid}', "snykToken: '{uuid}'"],
        no: ['SNYK_TOKEN=your_snyk_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
