import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'deepinfra',
  name: 'DeepInfra',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://deepinfra.com/dash/api_keys',
  },
  rules: [
    {
      id: 'deepinfra-api-key',
      name: 'DeepInfra API key',
      anchors: ['deepinfra', 'deep_infra'],
      pattern: assigned('deep_?infra', KEY, '[0-9A-Za-z]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      verify: {
        url: 'https://api.deepinfra.com/v1/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['DEEPINFRA_API_KEY={alnum:32}', 'deepinfra: { token: "{alnum:32}" }'],
        no: ['DEEPINFRA_API_KEY=your-key', 'DEEPINFRA_TOKEN={alnum:8}'],
      },
    },
  ],
});
