import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'chroma',
  name: 'Chroma Cloud',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://www.trychroma.com/', notes: ['Settings of the tenant, API keys.'] },
  rules: [
    {
      id: 'chroma-api-key',
      name: 'Chroma Cloud API key',
      anchors: ['chroma'],
      pattern: assigned('chroma', 'key|token', 'ck-[A-Za-z0-9]{40,48}'),
      power: 'data',
      impact: 'Read, change or delete every collection of the tenant.',
      samples: {
        yes: ['CHROMA_API_KEY=ck-{alnum:44}', "new ChromaClient.CloudClient({ apiKey: 'ck-{alnum:44}' })"],
        no: ['CHROMA_API_KEY=ck-your-key', 'API_KEY=ck-{alnum:44}'],
      },
    },
  ],
});
