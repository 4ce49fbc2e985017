import { defineProvider } from '../../define-provider.ts';
import { named } from './shared/named.ts';

export default defineProvider({
  id: 'datocms',
  name: 'DatoCMS',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://dashboard.datocms.com/', notes: ['Project settings, API tokens.'] },
  rules: [
    {
      id: 'datocms-api-token',
      name: 'DatoCMS API token',
      anchors: ['dato_', 'datocms', 'dato-'],
      pattern: named('dato(?:cms)?', 'token|key', '[0-9a-f]{30}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read content, with a full-access token also change or delete all of it.',
      verify: {
        url: 'https://site-api.datocms.com/site',
        headers: { authorization: 'Bearer {secret}', accept: 'application/json', 'x-api-version': '3' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['DATOCMS_API_TOKEN={hex:30}', "datocms: { apiToken: '{hex:30}' }"],
        no: ['DATOCMS_API_TOKEN=your_token', 'API_TOKEN={hex:30}', 'DATOCMS_API_TOKEN={hex:20}'],
      },
    },
  ],
});
