import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailersend',
  name: 'MailerSend',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.mailersend.com/api-tokens',
  },
  rules: [
    {
      id: 'mailersend-api-token',
      name: 'MailerSend API token',
      anchors: ['mlsn.'],
      pattern: /\b(mlsn\.[0-9A-Za-z]{40,100})(?![\w-])/,
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      verify: {
        url: 'https://api.mailersend.com/v1/api-quota',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['MAILERSEND_API_KEY=mlsn.{hex:64}', 'apiKey: "mlsn.{hex:64}"'],
        no: ['mlsn.your-token', 'mlsn.{hex:12}'],
      },
    },
  ],
});
