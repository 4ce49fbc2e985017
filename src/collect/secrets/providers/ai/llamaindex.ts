import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'llamaindex',
  name: 'LlamaCloud',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.llamaindex.ai/api-key',
  },
  rules: [
    {
      id: 'llamaindex-api-key',
      name: 'LlamaCloud API key',
      anchors: ['llx-'],
      pattern: /\b(llx-[0-9A-Za-z]{48})(?![\w-])/,
      power: 'data',
      impact: 'Read the documents and indexes you uploaded, and parse on your bill.',
      verify: {
        url: 'https://api.cloud.llamaindex.ai/api/v1/projects',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['LLAMA_CLOUD_API_KEY=llx-{alnum:48}', 'apiKey: "llx-{alnum:48}"'],
        no: ['llx-...', 'llx-{alnum:20}'],
      },
    },
  ],
});
