import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'codemagic',
  name: 'Codemagic',
  category: 'code',
  rotation: { kind: 'instant', at: 'https://codemagic.io/teams' },
  rules: [
    {
      id: 'codemagic-api-token',
      name: 'Codemagic API token',
      anchors: ['codemagic'],
      pattern: assigned('codemagic', 'token|key', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Start app builds and read their settings.',
      samples: {
        yes: ['CODEMAGIC_API_TOKEN={alnum:43}', "codemagicApiToken: '{alnum:43}'"],
        no: [
          'CODEMAGIC_API_TOKEN=your_codemagic_api_token',
          'checksum = "{alnum:43}"',
          'CODEMAGIC_API_TOKEN={alnum:46}',
        ],
      },
    },
  ],
});
