import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'qdrant',
  name: 'Qdrant',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.qdrant.io/' },
  rules: [
    {
      id: 'qdrant-api-key',
      name: 'Qdrant Cloud API key',
      anchors: ['qdrant'],
      pattern: assigned(
        'qdrant',
        'key|token|secret',
        '(?:eyJ[A-Za-z0-9_-]{20,80}\\.eyJ[A-Za-z0-9_-]{10,400}\\.[A-Za-z0-9_-]{40,90}|[A-Za-z0-9_-]{50,60}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\|[A-Za-z0-9_-]{50,80})',
      ),
      identifiedBy: 'context',
      reach: [24, 640],
      power: 'data',
      impact: 'Read, change or delete every collection of the cluster.',
      samples: {
        yes: [
          'QDRANT_API_KEY={alnum:54}',
          "new QdrantClient({ url, apiKey: '{uuid}|{base64url:64}a' })",
          'QDRANT_API_KEY="eyJ{base64url:33}.eyJ{base64url:40}.{base64url:42}a"',
        ],
        no: ['QDRANT_API_KEY=your_qdrant_api_key', 'API_KEY={alnum:54}', 'QDRANT_API_KEY={alnum:10}'],
      },
    },
  ],
});
