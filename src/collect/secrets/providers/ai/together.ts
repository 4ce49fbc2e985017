import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'together',
  name: 'Together AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://api.together.ai/settings/api-keys',
  },
  rules: [
    {
      id: 'together-api-key',
      name: 'Together AI API key',
      anchors: ['tgp_v1_'],
      pattern: /\b(tgp_v1_[\w-]{43})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.together.xyz/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TOGETHER_API_KEY=tgp_v1_{base64url:43}', 'apiKey: "tgp_v1_{base64url:43}"'],
        no: ['tgp_v1_your_key', 'tgp_v2_{base64url:43}'],
      },
    },
    {
      id: 'together-legacy-key',
      name: 'Together AI API key',
      anchors: ['together_', 'togetherai', 'together.ai', 'together.xyz'],
      pattern: assigned(String.raw`together(?:_?ai)?(?=_|ai)|together\.(?:ai|xyz)`, KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.together.xyz/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TOGETHER_API_KEY={hex:64}', 'togetherAiKey: "{hex:64}"'],
        no: ['TOGETHER_API_KEY=your_key', 'together: {hex:40}'],
      },
    },
  ],
});
