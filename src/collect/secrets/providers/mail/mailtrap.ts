import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailtrap',
  name: 'Mailtrap',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://mailtrap.io/api-tokens',
  },
  rules: [
    {
      id: 'mailtrap-api-token',
      name: 'Mailtrap API token',
      anchors: ['mailtrap'],
      pattern: assigned('mailtrap', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain, and read the mail caught in test inboxes.',
      verify: {
        url: 'https://mailtrap.io/api/accounts',
        headers: { 'api-token': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['MAILTRAP_TOKEN={hex:32}', 'new MailtrapClient({ token: "{hex:32}" })'],
        no: ['MAILTRAP_TOKEN=your-token', 'MAILTRAP_INBOX={digit:7}'],
      },
    },
    {
      id: 'mailtrap-sandbox-password',
      name: 'Mailtrap sandbox password',
      anchors: ['mailtrap'],
      pattern: /mailtrap[\s\S]{0,160}?pass(?:word)?["']{0,2}[ \t]{0,4}[:=][ \t]{0,4}["']?([0-9a-f]{14})(?![\w-])/i,
      reach: [4, 300],
      identifiedBy: 'context',
      power: 'limited',
      testMode: true,
      impact: 'Put mail into your test inbox; with POP3, read the test mail there.',
      samples: {
        yes: [
          'MAILTRAP_PASSWORD={hex:14}',
          "host: 'sandbox.smtp.mailtrap.io', port: 2525, auth: { user: '{hex:14}', pass: '{hex:14}' }",
        ],
        no: ['MAILTRAP_PASSWORD=password', 'MAILTRAP_PASSWORD={hex:6}'],
      },
    },
  ],
});
