import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mem0',
  name: 'Mem0',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.mem0.ai/dashboard/api-keys',
  },
  rules: [
    {
      id: 'mem0-api-key',
      name: 'Mem0 API key',
      anchors: afterDelimiter('m0-'),
      pattern: /(?<![\w.-])(m0-[0-9A-Za-z]{40})(?![\w-])/,
      power: 'data',
      impact: 'Read and change what your assistant remembers of every user.',
      samples: {
        yes: ['MEM0_API_KEY=m0-{alnum:40}', 'new MemoryClient({ apiKey: "m0-{alnum:40}" })'],
        no: ['MEM0_API_KEY=m0-xxx', '"m0-{alnum:10}"'],
      },
    },
  ],
});
