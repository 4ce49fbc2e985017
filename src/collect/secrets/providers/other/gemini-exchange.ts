import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gemini-exchange',
  name: 'Gemini (exchange)',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://exchange.gemini.com/settings/api' },
  rules: [
    {
      id: 'gemini-exchange-api-key',
      name: 'Gemini exchange API key',
      anchors: ['gemini'],
      pattern: assigned('gemini', '', '(?:account|master|primary)-[A-Za-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may, once its secret is found too.',
      samples: {
        yes: ['GEMINI_API_KEY=account-{alnum:20}', "geminiApiKey: 'account-{alnum:20}'"],
        no: [
          'GEMINI_API_KEY=your_gemini_api_key',
          'checksum = "account-{alnum:20}"',
          'GEMINI_API_KEY=account-{alnum:23}',
          'GEMINI_API_KEY=AIza{base64url:35}',
        ],
      },
    },
  ],
});
