import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hasura',
  name: 'Hasura',
  category: 'data',
  rotation: {
    kind: 'instant',
    at: 'https://cloud.hasura.io/',
    notes: [
      'The admin secret is an environment variable of the server; several can be set at once with HASURA_GRAPHQL_ADMIN_SECRETS.',
    ],
  },
  rules: [
    {
      id: 'hasura-admin-secret',
      name: 'Hasura admin secret',
      anchors: ['hasura'],
      pattern: assigned('hasura', 'admin[_-]?secrets?|access[_-]?key', '[A-Za-z0-9_+/=.-]{16,128}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Query and change every table with no permission rule applied, and run SQL.',
      samples: {
        yes: ['HASURA_GRAPHQL_ADMIN_SECRET={alnum:64}', "'x-hasura-admin-secret': '{alnum:32}'"],
        no: ['HASURA_GRAPHQL_ADMIN_SECRET=myadminsecretkey', 'ADMIN_SECRET={alnum:64}', 'x-hasura-role: admin'],
      },
    },
    {
      id: 'hasura-cloud-token',
      name: 'Hasura Cloud access token',
      anchors: ['hasura'],
      pattern: assigned('hasura', 'token|pat\\b', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read the environment variables of, change or delete every Hasura Cloud project.',
      samples: {
        yes: ['HASURA_CLOUD_TOKEN={alnum:64}', 'hasura_access_token: "{alnum:64}"'],
        no: ['HASURA_CLOUD_TOKEN=your_token', 'CLOUD_TOKEN={alnum:64}'],
      },
    },
  ],
});
