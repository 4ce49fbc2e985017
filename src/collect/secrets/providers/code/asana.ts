import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'asana',
  name: 'Asana',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.asana.com/0/my-apps' },
  rules: [
    {
      id: 'asana-access-token',
      name: 'Asana personal access token',
      anchors: ['asana'],
      pattern: assigned('asana', '', '[012]/\\d{12,20}(?:/\\d{12,20})?:[0-9a-f]{32}|0/[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every task the person can see.',
      verify: {
        url: 'https://app.asana.com/api/1.0/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'ASANA_ACCESS_TOKEN=1/{digit:16}:{hex:32}',
          "asanaAccessToken: '1/{digit:16}:{hex:32}'",
          'asanaToken: "2/{digit:16}/{digit:16}:{hex:32}"',
        ],
        no: ['ASANA_ACCESS_TOKEN=your_asana_access_token', 'checksum = "1/{digit:16}:{hex:32}"'],
      },
    },
    {
      id: 'asana-client-secret',
      name: 'Asana client secret',
      anchors: ['asana'],
      pattern: assigned('asana', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish Asana sign-ins in the name of your app.',
      samples: {
        yes: ['ASANA_CLIENT_SECRET={hex:32}', "asanaClientSecret: '{hex:32}'"],
        no: ['ASANA_CLIENT_SECRET=your_asana_client_secret', 'checksum = "{hex:32}"', 'ASANA_CLIENT_SECRET={hex:35}'],
      },
    },
  ],
});
