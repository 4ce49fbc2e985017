import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'siliconflow',
  name: 'SiliconFlow',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.siliconflow.com/account/ak',
  },
  rules: [
    {
      id: 'siliconflow-api-key',
      name: 'SiliconFlow API key',
      anchors: ['siliconflow', 'silicon_flow'],
      pattern: assigned('silicon_?flow', KEY, 'sk-[0-9a-z]{48}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['SILICONFLOW_API_KEY=sk-{lower:48}', 'siliconflow: { apiKey: "sk-{lower:48}" }'],
        no: ['SILICONFLOW_API_KEY=sk-xxx', 'SILICONFLOW_API_KEY=sk-{lower:12}'],
      },
    },
  ],
});
