import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'smartsheet',
  name: 'Smartsheet',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.smartsheet.com/b/home' },
  rules: [
    {
      id: 'smartsheet-access-token',
      name: 'Smartsheet access token',
      anchors: ['smartsheet'],
      pattern: assigned('smartsheet', KEY, '[A-Za-z0-9]{37}|[a-z0-9]{26}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "Read and change the person's sheets.",
      verify: {
        url: 'https://api.smartsheet.com/2.0/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SMARTSHEET_ACCESS_TOKEN={alnum:37}', "smartsheetAccessToken: '{alnum:37}'"],
        no: ['SMARTSHEET_ACCESS_TOKEN=your_smartsheet_access_token', 'checksum = "{alnum:37}"'],
      },
    },
  ],
});
