import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'box',
  name: 'Box',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.box.com/developers/console' },
  rules: [
    {
      id: 'box-client-secret',
      name: 'Box client secret',
      anchors: ['box_client', 'boxclient', 'box_app', 'box_secret', 'boxapp', 'box-client'],
      pattern: assigned('(?<![a-z])box(?=[_.-]?(?:client|app|secret))', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Act as your Box app and reach the files it may see.',
      samples: {
        yes: ['BOX_CLIENT_SECRET={alnum:32}', "boxClientSecret: '{alnum:32}'"],
        no: ['BOX_CLIENT_SECRET=your_box_client_secret', 'checksum = "{alnum:32}"', 'BOX_CLIENT_SECRET={alnum:35}'],
      },
    },
    {
      id: 'box-access-token',
      name: 'Box access token',
      anchors: ['box_access', 'box_developer', 'box_token', 'boxaccess', 'boxdeveloper'],
      pattern: assigned('(?<![a-z])box(?=[_.-]?(?:access|dev|token))', 'token', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the files of the person, for up to an hour.',
      verify: {
        url: 'https://api.box.com/2.0/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['BOX_ACCESS_TOKEN={alnum:32}', "boxAccessToken: '{alnum:32}'"],
        no: [
          'BOX_ACCESS_TOKEN=your_box_access_token',
          'checksum = "{alnum:32}"',
          'BOX_ACCESS_TOKEN={alnum:35}',
          'sandbox_token={alnum:32}',
        ],
      },
    },
  ],
});
