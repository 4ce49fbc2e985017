import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sendbird',
  name: 'Sendbird',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.sendbird.com/',
    notes: [
      'Secondary API tokens can be added and revoked; the master token cannot be deleted, only replaced by support.',
    ],
  },
  rules: [
    {
      id: 'sendbird-api-token',
      name: 'Sendbird API token',
      anchors: ['sendbird', 'send_bird'],
      pattern: assigned('send[_.-]?bird', 'token|key|secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Read and send every chat message of every user, and delete users.',
      samples: {
        yes: ['SENDBIRD_API_TOKEN={hex:40}', "sendbirdApiToken: '{hex:40}'"],
        no: ['SENDBIRD_API_TOKEN=your_sendbird_api_token', 'checksum = "{hex:40}"', 'SENDBIRD_API_TOKEN={hex:43}'],
      },
    },
    {
      id: 'sendbird-app-id',
      name: 'Sendbird application ID',
      anchors: ['sendbird', 'send_bird'],
      pattern: assigned('send[_.-]?bird', 'id', '[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf:
        'access tokens are required for users (Sendbird: Security settings), otherwise anybody can sign in as anybody',
      power: 'limited',
      impact: 'Nothing by itself: apps need it to connect.',
      samples: {
        yes: ['SENDBIRD_APP_ID={uuid}', "sendbirdAppId: '{uuid}'"],
        no: ['SENDBIRD_APP_ID=your_sendbird_app_id', 'checksum = "{uuid}"'],
      },
    },
  ],
});
