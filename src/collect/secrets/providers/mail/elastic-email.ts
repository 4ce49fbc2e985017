import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'elastic-email',
  name: 'Elastic Email',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.elasticemail.com/api/settings/create-api',
  },
  rules: [
    {
      id: 'elastic-email-api-key',
      name: 'Elastic Email API key',
      anchors: ['elasticemail', 'elastic_email', 'elastic-email'],
      pattern: assigned('elastic[_-]?email', KEY, '[0-9A-F]{96}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      verify: {
        url: 'https://api.elasticemail.com/v2/account/load?apikey={secret}',
        live: [200],
        dead: [],
        liveText: '"success":true',
      },
      samples: {
        yes: ['ELASTICEMAIL_API_KEY={HEX:96}', 'X-ElasticEmail-ApiKey: {HEX:96}'],
        no: ['ELASTIC_EMAIL_API_KEY={HEX:40}', 'ELASTICEMAIL_API_KEY=your-api-key'],
      },
    },
  ],
});
