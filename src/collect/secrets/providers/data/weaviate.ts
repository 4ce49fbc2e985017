import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'weaviate',
  name: 'Weaviate',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://console.weaviate.cloud/',
    notes: ['Cluster details, API keys: make the new one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'weaviate-api-key',
      name: 'Weaviate API key',
      anchors: ['weaviate', 'wcd_api', 'wcs_api'],
      pattern: assigned('weaviate|\\bwc[ds]_', 'key|token|secret', '[A-Za-z0-9+/]{36}|[A-Za-z0-9+/]{60,120}={0,2}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change or delete every collection of the cluster.',
      samples: {
        yes: [
          'WEAVIATE_API_KEY={alnum:36}',
          "weaviate.connectToWeaviateCloud(url, { authCredentials: new weaviate.ApiKey('{alnum:36}') })",
          'WCD_API_KEY="{alnum:78}=="',
        ],
        no: ['WEAVIATE_API_KEY=your-weaviate-api-key', 'API_KEY={alnum:36}', 'WEAVIATE_API_KEY={alnum:10}'],
      },
    },
  ],
});
