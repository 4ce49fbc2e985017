import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'endor-labs',
  name: 'Endor Labs',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://docs.endorlabs.com/administration/api-keys/' },
  rules: [
    {
      id: 'endor-labs-api-key',
      name: 'Endor Labs API key or secret',
      anchors: ['endr+'],
      pattern: /(?<![\w+])(endr\+[A-Za-z0-9-]{16})(?![\w+/-])/,
      power: 'data',
      impact: 'Read the vulnerabilities found in your code.',
      samples: { yes: ['ENDOR_API_CREDENTIALS_SECRET=endr+{alnum:16}', '"endr+{alnum:16}"'], no: ['endr+short'] },
    },
  ],
});
