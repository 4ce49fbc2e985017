import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'resend',
  name: 'Resend',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://resend.com/api-keys',
    notes: ['Choose sending access for one domain; an app seldom needs full access.'],
  },
  rules: [
    {
      id: 'resend-api-key',
      name: 'Resend API key',
      anchors: afterDelimiter('re_'),
      pattern: /(?<![\w.-])(re_[0-9A-Za-z]{6,12}_[0-9A-Za-z]{20,32})(?![\w-])/,
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      verify: {
        url: 'https://api.resend.com/domains',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 401],
        dead: [400],
      },
      samples: {
        yes: [
          'RESEND_API_KEY=re_{alnum:8}_{alnum:24}',
          "new Resend('re_{alnum:8}_{alnum:24}')",
          '{"resendKey": "re_{alnum:8}_{alnum:24}"}',
        ],
        no: [
          'RESEND_API_KEY=re_123456789',
          'store_{alnum:8}_{alnum:24}',
          'RESEND_API_KEY="re_xxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx"',
        ],
      },
    },
  ],
});
