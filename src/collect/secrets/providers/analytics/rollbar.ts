import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'rollbar',
  name: 'Rollbar',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://rollbar.com/settings/' },
  rules: [
    {
      id: 'rollbar-server-token',
      name: 'Rollbar access token',
      anchors: [
        'rollbar_',
        'rollbaraccess',
        'rollbarserver',
        'rollbarpost',
        'rollbartoken',
        'rollbar-access',
        'rollbarread',
      ],
      pattern: assigned(
        String.raw`(?<!sc|(?:public|vite|react_app)_)rollbar(?![\w.-]{0,8}client)`,
        'token|key',
        '[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{128}',
      ),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up errors; a read token reads every error with its customer data.',
      samples: {
        yes: ['ROLLBAR_ACCESS_TOKEN={hex:32}', "rollbarAccessToken: '{hex:32}'"],
        no: ['ROLLBAR_ACCESS_TOKEN=your_rollbar_access_token', 'checksum = "{hex:32}"'],
      },
    },
    {
      id: 'rollbar-client-token',
      name: 'Rollbar post_client_item token',
      anchors: ['rollbar_', 'rollbarclient'],
      pattern: assigned(
        String.raw`(?<=(?:public|vite|react_app)_)rollbar|rollbar(?=[\w.-]{0,8}client)`,
        'token|key',
        '[0-9a-f]{32}',
      ),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'its scope is post_client_item only',
      power: 'limited',
      impact: 'Send made-up errors; it reads nothing.',
      samples: {
        yes: ['NEXT_PUBLIC_ROLLBAR_CLIENT_TOKEN={hex:32}', "nextPublicRollbarClientToken: '{hex:32}'"],
        no: [
          'NEXT_PUBLIC_ROLLBAR_CLIENT_TOKEN=your_next_public_rollbar_client_token',
          'checksum = "{hex:32}"',
          'NEXT_PUBLIC_ROLLBAR_CLIENT_TOKEN={hex:35}',
        ],
      },
    },
  ],
});
