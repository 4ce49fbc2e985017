import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zhipu',
  name: 'Z.ai (Zhipu)',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://z.ai/manage-apikey/apikey-list',
  },
  rules: [
    {
      id: 'zhipu-api-key',
      name: 'Z.ai API key',
      anchors: ['zhipu', 'zai_api', 'z_ai_api', 'bigmodel', 'glm_api', 'chatglm'],
      pattern: assigned(
        'zhipu(?:ai)?|z_?ai_(?=api)|bigmodel|glm_(?=api)|chatglm',
        KEY,
        String.raw`[0-9a-f]{32}\.[0-9A-Za-z]{16}`,
      ),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['ZHIPUAI_API_KEY={hex:32}.{alnum:16}', 'ZAI_API_KEY="{hex:32}.{alnum:16}"'],
        no: ['ZHIPUAI_API_KEY={hex:32}', 'ZAI_API_KEY=your.key'],
      },
    },
  ],
});
