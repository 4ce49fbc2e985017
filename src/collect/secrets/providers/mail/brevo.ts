import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'brevo',
  name: 'Brevo (Sendinblue)',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.brevo.com/settings/keys/api',
    notes: ['API keys and SMTP keys are separate: rotate the kind that leaked.'],
  },
  rules: [
    {
      id: 'brevo-api-key',
      name: 'Brevo API key',
      anchors: ['xkeysib-'],
      pattern: /\b(xkeysib-[0-9a-f]{64}-[0-9A-Za-z]{16})(?![\w-])/i,
      power: 'data',
      impact: 'Read and export every contact, and send mail and SMS as you.',
      verify: { url: 'https://api.brevo.com/v3/account', headers: { 'api-key': '{secret}' }, live: [200], dead: [] },
      samples: {
        yes: ['BREVO_API_KEY=xkeysib-{hex:64}-{alnum:16}', '"api-key": "xkeysib-{hex:64}-{alnum:16}"'],
        no: ['BREVO_API_KEY=xkeysib-your-key', 'xkeysib-{hex:32}-{alnum:16}'],
      },
    },
    {
      id: 'brevo-smtp-key',
      name: 'Brevo SMTP key',
      anchors: ['xsmtpsib-'],
      pattern: /\b(xsmtpsib-[0-9a-f]{64}-[0-9A-Za-z]{16})(?![\w-])/i,
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      samples: {
        yes: ['SMTP_PASS=xsmtpsib-{hex:64}-{alnum:16}', 'pass: "xsmtpsib-{hex:64}-{alnum:16}"'],
        no: ['xsmtpsib-xxxxxxxx', 'xsmtpsib-{hex:64}'],
      },
    },
  ],
});
