import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dashscope',
  name: 'Alibaba DashScope (Qwen)',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://bailian.console.alibabacloud.com',
  },
  rules: [
    {
      id: 'dashscope-api-key',
      name: 'DashScope API key',
      anchors: ['dashscope', 'qwen', 'bailian'],
      pattern: assigned('dashscope|qwen|bailian', KEY, 'sk-[0-9a-f]{32}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['DASHSCOPE_API_KEY=sk-{hex:32}', 'qwen: { apiKey: "sk-{hex:32}" }'],
        no: ['DASHSCOPE_API_KEY=sk-xxx', 'QWEN_API_KEY=sk-{hex:12}'],
      },
    },
  ],
});
