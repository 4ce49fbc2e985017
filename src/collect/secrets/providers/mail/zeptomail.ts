import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zeptomail',
  name: 'ZeptoMail',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://zeptomail.zoho.com',
    notes: ['Mail agent, SMTP/API: generate another send-mail token, then delete the old.'],
  },
  rules: [
    {
      id: 'zeptomail-token',
      name: 'ZeptoMail send-mail token',
      anchors: ['zoho-enczapikey', 'zoho-encz'],
      pattern: /Zoho-enczapikey(?:[ \t]|%20|\+){1,3}([0-9A-Za-z+/=]{100,400})(?![\w+/-])/i,
      reach: [8, 460],
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      samples: {
        yes: ['ZEPTOMAIL_TOKEN="Zoho-enczapikey {base64:143}="', 'authorization: Zoho-enczapikey {base64:144}'],
        no: ['Zoho-enczapikey <token>', 'Zoho-enczapikey {base64:20}'],
      },
    },
  ],
});
