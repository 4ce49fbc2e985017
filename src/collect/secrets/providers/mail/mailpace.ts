import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailpace',
  name: 'MailPace',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.mailpace.com',
  },
  rules: [
    {
      id: 'mailpace-api-token',
      name: 'MailPace API token',
      anchors: ['mailpace', 'ohmysmtp'],
      pattern: assigned('mailpace|ohmysmtp', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      samples: {
        yes: ['MAILPACE_API_TOKEN={uuid}', 'MailPace-Server-Token: {uuid}'],
        no: ['MAILPACE_API_TOKEN=token', 'MAILPACE_ID={uuid}'],
      },
    },
  ],
});
