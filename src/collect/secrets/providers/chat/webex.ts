import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'webex',
  name: 'Webex',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://developer.webex.com/my-apps' },
  rules: [
    {
      id: 'webex-access-token',
      name: 'Webex access token',
      anchors: ['webex'],
      pattern: assigned('webex', '', '[A-Za-z0-9]{64}_[A-Z0-9]{4}_[0-9a-f-]{36}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and post as the person or bot it belongs to.',
      samples: {
        yes: ['WEBEX_ACCESS_TOKEN={alnum:64}_P0A1_{uuid}', "webexAccessToken: '{alnum:64}_P0A1_{uuid}'"],
        no: ['WEBEX_ACCESS_TOKEN=your_webex_access_token', 'checksum = "{alnum:64}_P0A1_{uuid}"'],
      },
    },
  ],
});
