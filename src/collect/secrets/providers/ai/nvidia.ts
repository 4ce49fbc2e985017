import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'nvidia',
  name: 'NVIDIA',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://build.nvidia.com/settings/api-keys',
  },
  rules: [
    {
      id: 'nvidia-api-key',
      name: 'NVIDIA API key',
      anchors: ['nvapi-'],
      pattern: /\b(nvapi-[\w-]{60,70})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['NVIDIA_API_KEY=nvapi-{base64url:63}a', '"Bearer nvapi-{base64url:63}a"'],
        no: ['nvapi-your-key', 'nvapi-{alnum:20}'],
      },
    },
  ],
});
