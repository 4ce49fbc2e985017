import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'lemon-squeezy',
  name: 'Lemon Squeezy',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://app.lemonsqueezy.com/settings/api' },
  rules: [
    {
      id: 'lemon-squeezy-api-key',
      name: 'Lemon Squeezy API key',
      anchors: ['lemonsqueezy', 'lemon_squeezy', 'lemon-squeezy'],
      pattern: assigned(
        'lemon[_-]?squeezy',
        'key|token|secret',
        'eyJ[A-Za-z0-9_-]{20,200}\\.eyJ[A-Za-z0-9_-]{60,1200}\\.[A-Za-z0-9_-]{80,1000}',
      ),
      reach: [24, 2400],
      power: 'money',
      impact: 'Refund orders, change prices and subscriptions, and read every customer.',
      verify: {
        url: 'https://api.lemonsqueezy.com/v1/users/me',
        headers: { authorization: 'Bearer {secret}', accept: 'application/vnd.api+json' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'LEMONSQUEEZY_API_KEY=eyJ{base64url:48}.eyJ{base64url:300}.{base64url:680}a',
          'lemonSqueezySetup({ apiKey: "eyJ{base64url:48}.eyJ{base64url:320}.{base64url:680}a" })',
        ],
        no: ['LEMONSQUEEZY_API_KEY=your_api_key', 'LEMON_SQUEEZY_API_KEY=eyJ{base64url:48}'],
      },
    },
  ],
});
