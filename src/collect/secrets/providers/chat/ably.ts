import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ably',
  name: 'Ably',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://ably.com/accounts/any/apps/any/app_keys' },
  rules: [
    {
      id: 'ably-api-key',
      name: 'Ably API key',
      anchors: ['ably_', 'ably-', 'ablykey', 'ablyapi', 'ably.realtime', 'ably.rest'],
      pattern:
        /ably(?:[_-][\w.-]{0,20}|(?:Api)?Key\w{0,8}|\.(?:Realtime|Rest)(?:\.Promise)?)["'\])]{0,2}[ \t]{0,4}[=:(]{0,2}[ \t]{0,4}(?:\{\s{0,8}key:\s{0,4})?["'`]?([\w-]{6}\.[\w-]{6}:[\w-]{16,43})(?![\w-])/i,
      power: 'messages',
      impact: 'Publish and read on the channels the key allows, often all of them.',
      samples: {
        yes: [
          'ABLY_API_KEY={base64url:6}.{base64url:6}:{base64url:43}',
          'new Ably.Realtime({ key: "{alnum:6}.{alnum:6}:{base64url:43}" })',
          'ablyApiKey: "{alnum:6}.{alnum:6}:{alnum:16}"',
        ],
        no: ['ABLY_API_KEY=your-api-key', 'probably: {alnum:6}.{alnum:6}:{base64url:43}'],
      },
    },
  ],
});
