import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'neon',
  name: 'Neon',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://console.neon.tech/app/settings/api-keys' },
  rules: [
    {
      id: 'neon-api-key',
      name: 'Neon API key',
      anchors: ['napi_'],
      pattern: /\b(napi_[a-z0-9]{64})(?![A-Za-z0-9])/i,
      power: 'infrastructure',
      impact: 'Read connection strings with passwords and create, change or delete every project and branch.',
      verify: {
        url: 'https://console.neon.tech/api/v2/projects?limit=1',
        headers: { authorization: 'Bearer {secret}', accept: 'application/json' },
        live: [200, 400],
        dead: [401],
      },
      samples: {
        yes: ['NEON_API_KEY=napi_{lower:64}', 'authorization: "Bearer napi_{alnum:64}"'],
        no: ['NEON_API_KEY=napi_xxxxxxxx', 'napi_{lower:30}', 'napi_get_value_bool'],
      },
    },
  ],
});
