import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jina',
  name: 'Jina AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://jina.ai/api-dashboard/key-manager',
  },
  rules: [
    {
      id: 'jina-api-key',
      name: 'Jina AI API key',
      anchors: ['jina_'],
      pattern: /\b(jina_[0-9a-f]{32}[\w-]{20,36})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['JINA_API_KEY=jina_{hex:32}{alnum:28}', '"Bearer jina_{hex:32}{alnum:28}"'],
        no: ['jina_embeddings_v3', 'JINA_API_KEY=jina_your_key'],
      },
    },
  ],
});
