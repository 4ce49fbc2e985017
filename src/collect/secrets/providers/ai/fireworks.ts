import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fireworks',
  name: 'Fireworks AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://app.fireworks.ai/settings/users/api-keys',
  },
  rules: [
    {
      id: 'fireworks-api-key',
      name: 'Fireworks AI API key',
      anchors: ['fireworks'],
      pattern: assigned('fireworks', KEY, 'fw_[0-9A-Za-z]{20,48}'),
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.fireworks.ai/inference/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['FIREWORKS_API_KEY=fw_{alnum:24}', 'createFireworks({ apiKey: "fw_{alnum:24}" })'],
        no: ['FIREWORKS_API_KEY=fw_key', 'FIREWORKS_MODEL=fw_{alnum:24}'],
      },
    },
  ],
});
