import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'convertkit',
  name: 'Kit (ConvertKit)',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.kit.com/account_settings/developer_settings',
    notes: ['The V3 secret is one for the account: resetting it stops every integration that uses it at once.'],
  },
  rules: [
    {
      id: 'convertkit-api-key',
      name: 'Kit API key',
      anchors: ['convertkit', 'kit_api', 'x-kit-api-key'],
      pattern: assigned('convertkit|kit_(?=api)|x-kit-api-', KEY, 'kit_[0-9A-Za-z_-]{20,64}'),
      power: 'data',
      impact: 'Read and change all your subscribers, and create broadcasts.',
      verify: {
        url: 'https://api.kit.com/v4/account',
        headers: { 'x-kit-api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CONVERTKIT_API_KEY=kit_{hex:32}', 'X-Kit-Api-Key: kit_{hex:32}'],
        no: ['CONVERTKIT_API_KEY=kit_your_api_key', 'KIT_API_KEY=kit_{hex:6}'],
      },
    },
    {
      id: 'convertkit-api-secret',
      name: 'ConvertKit API secret',
      anchors: ['convertkit'],
      pattern: assigned('convertkit', 'secret', String.raw`[\w-]{43}`),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change all your subscribers and purchases.',
      samples: {
        yes: ['CONVERTKIT_API_SECRET={base64url:43}', '"convertkit_secret": "{base64url:43}"'],
        no: ['CONVERTKIT_API_SECRET=your-secret', 'CONVERTKIT_FORM={alnum:43}'],
      },
    },
  ],
});
