import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'strapi',
  name: 'Strapi',
  category: 'other',
  rotation: {
    kind: 'cascade',
    at: 'https://docs.strapi.io/cms/configurations/admin-panel',
    notes: ['Changing API_TOKEN_SALT or ADMIN_JWT_SECRET ends every token and session made with it.'],
  },
  rules: [
    {
      id: 'strapi-api-token',
      name: 'Strapi API token',
      anchors: ['strapi'],
      pattern: assigned('strapi', 'token', '[0-9a-f]{256}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read or change your content, as far as the token goes.',
      samples: {
        yes: ['STRAPI_API_TOKEN={hex:256}', "strapiApiToken: '{hex:256}'"],
        no: ['STRAPI_API_TOKEN=your_strapi_api_token', 'checksum = "{hex:256}"', 'STRAPI_API_TOKEN={hex:259}'],
      },
    },
  ],
});
