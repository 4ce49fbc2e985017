import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'webflow',
  name: 'Webflow',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://webflow.com/dashboard',
    notes: ['Site settings, Apps & integrations, API access.'],
  },
  rules: [
    {
      id: 'webflow-api-token',
      name: 'Webflow API token',
      anchors: ['webflow'],
      pattern: assigned('webflow', KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Change what your site says and read its form answers.',
      verify: {
        url: 'https://api.webflow.com/v2/token/introspect',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['WEBFLOW_API_TOKEN={hex:64}', "webflowApiToken: '{hex:64}'"],
        no: ['WEBFLOW_API_TOKEN=your_webflow_api_token', 'checksum = "{hex:64}"', 'WEBFLOW_API_TOKEN={hex:67}'],
      },
    },
  ],
});
