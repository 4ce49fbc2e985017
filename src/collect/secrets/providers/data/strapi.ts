import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'strapi',
  name: 'Strapi',
  category: 'data',
  rotation: { kind: 'instant', at: 'https://docs.strapi.io/cms/features/api-tokens', notes: ['Settings, API tokens of your own Strapi: regenerating ends the old value at once.'] },
  rules: [
    {
      id: 'strapi-api-token',
      name: 'Strapi API token',
      anchors: ['strapi'],
      pattern: named('strapi', 'token|key|bearer', '[0-9a-f]{256}'),
      identifiedBy: 'context',
      reach: [24, 480],
      power: 'data',
      impact: 'Read and change content, with a full-access token all of it, uploads and users included.',
      samples: {
        yes: ['STRAPI_API_TOKEN={hex:256}', 'strapi: { token: "{hex:256}" }'],
        no: ['STRAPI_API_TOKEN=your_token', 'API_TOKEN={hex:256}', 'STRAPI_API_TOKEN={hex:32}'],
      },
    },
  ],
});
