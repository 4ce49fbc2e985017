import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dropbox',
  name: 'Dropbox',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://www.dropbox.com/developers/apps',
    notes: ['Access tokens live four hours; the app secret and refresh tokens are what matters.'],
  },
  rules: [
    {
      id: 'dropbox-access-token',
      name: 'Dropbox access token',
      anchors: afterDelimiter('sl.'),
      pattern: /(?<![\w.-])(sl\.(?:u\.)?[A-Za-z0-9_-]{130,1400})(?![\w-])/,
      reach: [16, 1500],
      power: 'data',
      impact: 'Read and change the files the app may see, for up to four hours.',
      verify: {
        url: 'https://api.dropboxapi.com/2/users/get_current_account',
        method: 'POST',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['DROPBOX_TOKEN=sl.{base64url:135}', "accessToken: 'sl.u.{base64url:200}'"],
        no: ['"sl.utils"', '"sl.{alnum:20}"'],
      },
    },
    {
      id: 'dropbox-legacy-token',
      name: 'Dropbox long-lived token',
      anchors: ['dropbox'],
      pattern: assigned('dropbox', '', '[A-Za-z0-9_-]{11}A{10}[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the files the app may see, without an end.',
      samples: {
        yes: [
          'DROPBOX_ACCESS_TOKEN={alnum:11}AAAAAAAAAA{alnum:43}',
          "dropboxAccessToken: '{alnum:11}AAAAAAAAAA{alnum:43}'",
        ],
        no: [
          'DROPBOX_ACCESS_TOKEN=your_dropbox_access_token',
          'checksum = "{alnum:11}AAAAAAAAAA{alnum:43}"',
          'DROPBOX_ACCESS_TOKEN={alnum:11}AAAAAAAAAA{alnum:46}',
        ],
      },
    },
    {
      id: 'dropbox-app-secret',
      name: 'Dropbox app secret',
      anchors: ['dropbox'],
      pattern: assigned('dropbox', 'secret', '[a-z0-9]{15}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "With a refresh token, read and change people's files as your app.",
      samples: {
        yes: ['DROPBOX_APP_SECRET={lower:15}', "dropboxAppSecret: '{lower:15}'"],
        no: ['DROPBOX_APP_SECRET=your_dropbox_app_secret', 'checksum = "{lower:15}"', 'DROPBOX_APP_SECRET={lower:18}'],
      },
    },
    {
      id: 'dropbox-refresh-token',
      name: 'Dropbox refresh token',
      anchors: ['dropbox'],
      pattern: assigned('dropbox', 'refresh', '[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the app secret, read and change files without an end.',
      pairsWith: ['dropbox-app-secret'],
      samples: {
        yes: ['DROPBOX_REFRESH_TOKEN={alnum:64}', "dropboxRefreshToken: '{alnum:64}'"],
        no: [
          'DROPBOX_REFRESH_TOKEN=your_dropbox_refresh_token',
          'checksum = "{alnum:64}"',
          'DROPBOX_REFRESH_TOKEN={alnum:67}',
        ],
      },
    },
  ],
});
