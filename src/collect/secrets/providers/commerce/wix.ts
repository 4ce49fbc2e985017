import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'wix',
  name: 'Wix',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://manage.wix.com/account/api-keys' },
  rules: [
    {
      id: 'wix-api-key',
      name: 'Wix API key',
      anchors: ['IST.eyJ'],
      pattern: /\b(IST\.eyJ[A-Za-z0-9_-]{20,200}\.eyJ[A-Za-z0-9_-]{60,800}\.[A-Za-z0-9_-]{80,700})(?![A-Za-z0-9_.-])/,
      reach: [8, 1800],
      power: 'data',
      impact: 'Read and change orders, contacts and content of your sites, as far as its permissions go.',
      samples: {
        yes: [
          'WIX_API_KEY=IST.eyJ{base64url:80}.eyJ{base64url:200}.{base64url:341}a',
          "ApiKeyStrategy({ apiKey: 'IST.eyJ{base64url:80}.eyJ{base64url:220}.{base64url:341}a' })",
        ],
        no: ['WIX_API_KEY=IST.eyJ...', 'IST.eyJ{base64url:20}'],
      },
    },
  ],
});
