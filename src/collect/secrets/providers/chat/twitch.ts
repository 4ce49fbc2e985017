import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'twitch',
  name: 'Twitch',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://dev.twitch.tv/console/apps' },
  rules: [
    {
      id: 'twitch-client-secret',
      name: 'Twitch client secret',
      anchors: ['twitch'],
      pattern: assigned('twitch', 'secret', '[a-z0-9]{30}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as your app and finish Twitch sign-ins in its name.',
      samples: {
        yes: ['TWITCH_CLIENT_SECRET={lower:30}', "twitchClientSecret: '{lower:30}'"],
        no: [
          'TWITCH_CLIENT_SECRET=your_twitch_client_secret',
          'checksum = "{lower:30}"',
          'TWITCH_CLIENT_SECRET={lower:33}',
        ],
      },
    },
    {
      id: 'twitch-access-token',
      name: 'Twitch access token',
      anchors: ['twitch'],
      pattern: assigned('twitch', 'token|pass|oauth', '(?<=oauth:)[a-z0-9]{30}|[a-z0-9]{30}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Chat as the account and read what it may see.',
      verify: {
        url: 'https://id.twitch.tv/oauth2/validate',
        headers: { authorization: 'OAuth {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TWITCH_ACCESS_TOKEN={lower:30}', "twitchAccessToken: '{lower:30}'"],
        no: [
          'TWITCH_ACCESS_TOKEN=your_twitch_access_token',
          'checksum = "{lower:30}"',
          'TWITCH_ACCESS_TOKEN={lower:33}',
        ],
      },
    },
  ],
});
