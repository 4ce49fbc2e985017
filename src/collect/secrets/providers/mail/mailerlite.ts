import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mailerlite',
  name: 'MailerLite',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.mailerlite.com/integrations/api',
  },
  rules: [
    {
      id: 'mailerlite-api-token',
      name: 'MailerLite API token',
      anchors: ['mailerlite'],
      pattern: assigned('mailerlite', KEY, String.raw`eyJ[\w-]{20,300}\.eyJ[\w-]{20,2000}\.[\w-]{40,1400}`),
      reach: [8, 3200],
      power: 'data',
      impact: 'Read and change every subscriber, and send campaigns to them.',
      verify: {
        url: 'https://connect.mailerlite.com/api/subscribers?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'MAILERLITE_API_KEY={jwt:{"aud":"4","jti":"a1b2c3d4","scopes":[]}}',
          'mailerlite: { apiKey: "{jwt:{"aud":"4","sub":"12345","scopes":[]}}" }',
        ],
        no: ['MAILERLITE_API_KEY=your-token', 'MAILERLITE_GROUP={digit:18}'],
      },
    },
  ],
});
