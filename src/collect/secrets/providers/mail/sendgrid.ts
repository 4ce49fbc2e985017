import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sendgrid',
  name: 'SendGrid',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.sendgrid.com/settings/api_keys',
    notes: ['Give the new key Mail Send only; most leaked SendGrid keys have full access.'],
  },
  rules: [
    {
      id: 'sendgrid-api-key',
      name: 'SendGrid API key',
      anchors: afterDelimiter('SG.'),
      pattern: /(?<![\w.-])(SG\.[\w-]{22}\.[\w-]{43})(?![\w.-])/,
      power: 'messages',
      impact: 'Send mail as your domain, and with a full-access key read and export every contact.',
      verify: {
        url: 'https://api.sendgrid.com/v3/scopes',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SENDGRID_API_KEY=SG.{alnum:22}.{base64url:42}a', 'sgMail.setApiKey("SG.{alnum:22}.{base64url:42}b")'],
        no: [
          'msg.{alnum:22}.{alnum:43}',
          'SENDGRID_API_KEY=SG.xxxxxxxxxxxxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'key="SG.{alnum:12}.{alnum:20}"',
        ],
      },
    },
  ],
});
