import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'knock',
  name: 'Knock',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://dashboard.knock.app/' },
  rules: [
    {
      id: 'knock-secret-key',
      name: 'Knock secret API key',
      anchors: ['knock_', 'knockapi', 'knocksecret'],
      pattern: assigned('knock', 'api|secret|key', 'sk_(?:test_)?[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send notifications in your name and read your users.',
      samples: {
        yes: ['KNOCK_API_KEY=sk_{base64url:43}', "knockApiKey: 'sk_{base64url:43}'"],
        no: ['KNOCK_API_KEY=your_knock_api_key', 'checksum = "sk_{base64url:43}"', 'KNOCK_API_KEY=sk_{base64url:46}'],
      },
    },
  ],
});
