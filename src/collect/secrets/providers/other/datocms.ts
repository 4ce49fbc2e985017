import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'datocms',
  name: 'DatoCMS',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://dashboard.datocms.com/' },
  rules: [
    {
      id: 'datocms-api-token',
      name: 'DatoCMS API token',
      anchors: ['datocms', 'dato_cms', 'dato_api'],
      pattern: assigned('dato[_.-]?(?:cms|(?=api))', KEY, '[0-9a-f]{30}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your content; a full-access token changes it.',
      verify: {
        url: 'https://site-api.datocms.com/site',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['DATOCMS_API_TOKEN={hex:30}', "datocmsApiToken: '{hex:30}'"],
        no: ['DATOCMS_API_TOKEN=your_datocms_api_token', 'checksum = "{hex:30}"', 'DATOCMS_API_TOKEN={hex:33}'],
      },
    },
  ],
});
