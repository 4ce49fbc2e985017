import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pinecone',
  name: 'Pinecone',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.pinecone.io/organizations/-/projects/-/keys' },
  rules: [
    {
      id: 'pinecone-api-key',
      name: 'Pinecone API key',
      anchors: ['pcsk_'],
      pattern: /\b(pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,66})(?![A-Za-z0-9_])/,
      power: 'data',
      impact: 'Read, change or delete every vector index of the project, and run up its bill.',
      verify: {
        url: 'https://api.pinecone.io/indexes',
        headers: { 'api-key': '{secret}', 'x-pinecone-api-version': '2025-10' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PINECONE_API_KEY=pcsk_{alnum:6}_{alnum:63}', "new Pinecone({ apiKey: 'pcsk_{alnum:5}_{alnum:63}' })"],
        no: ['PINECONE_API_KEY=pcsk_your_key', 'pcsk_{alnum:5}_{alnum:20}'],
      },
    },
    {
      id: 'pinecone-legacy-key',
      name: 'Pinecone API key',
      anchors: ['pinecone'],
      pattern: assigned('pinecone', 'key|token|secret', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change or delete every vector index of the project, and run up its bill.',
      verify: {
        url: 'https://api.pinecone.io/indexes',
        headers: { 'api-key': '{secret}', 'x-pinecone-api-version': '2025-10' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PINECONE_API_KEY={uuid}', 'pinecone.init(api_key="{uuid}", environment="us-east1-gcp")'],
        no: ['PINECONE_API_KEY=00000000-0000-0000-0000-000000000000', 'API_KEY={uuid}', 'PINECONE_PROJECT={uuid}'],
      },
    },
  ],
});
