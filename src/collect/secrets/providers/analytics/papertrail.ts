import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'papertrail',
  name: 'Papertrail',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://papertrailapp.com/account/profile' },
  rules: [
    {
      id: 'papertrail-api-token',
      name: 'Papertrail API token',
      anchors: ['papertrail'],
      pattern: assigned('papertrail', 'token|key', '[A-Za-z0-9_-]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Search every log of the account.',
      samples: {
        yes: ['PAPERTRAIL_API_TOKEN={alnum:20}', "papertrailApiToken: '{alnum:20}'"],
        no: [
          'PAPERTRAIL_API_TOKEN=your_papertrail_api_token',
          'checksum = "{alnum:20}"',
          'PAPERTRAIL_API_TOKEN={alnum:23}',
        ],
      },
    },
  ],
});
