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
    {
      id: 'neon-database-password',
      name: 'Neon database password',
      anchors: ['npg_'],
      pattern: /(?<![A-Za-z0-9_])(npg_(?=[A-Za-z]{0,24}\d)[A-Za-z0-9]{12,24})(?![A-Za-z0-9_])/,
      power: 'data',
      impact: 'Log in to the database and read or change what this role may.',
      samples: {
        yes: [
          'postgresql://shop_owner:npg_{alnum:11}4@ep-cool-dawn-a1b2c3d4-pooler.eu-central-1.aws.neon.tech/shop',
          'PGPASSWORD=npg_{alnum:11}7',
        ],
        no: ['PGPASSWORD=npg_xxxxxxxxxxxx', 'npg_{alnum:6}', 'npg_query_builder'],
      },
    },
  ],
});
