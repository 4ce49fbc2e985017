import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'calendly',
  name: 'Calendly',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://calendly.com/integrations/api_webhooks' },
  rules: [
    {
      id: 'calendly-personal-token',
      name: 'Calendly personal access token',
      anchors: ['calendly'],
      pattern: assigned('calendly', KEY, 'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}'),
      reach: [48, 900],
      identifiedBy: 'context',
      power: 'data',
      impact: "Read every meeting with the guest's name and e-mail, and cancel it.",
      verify: {
        url: 'https://api.calendly.com/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'CALENDLY_TOKEN={jwt:{"iss":"https://auth.calendly.com","scope":"default"}}',
          'calendlyToken: \'{jwt:{"iss":"https://auth.calendly.com","scope":"default"}}\'',
        ],
        no: [
          'CALENDLY_TOKEN=your_calendly_token',
          'checksum = "{jwt:{"iss":"https://auth.calendly.com","scope":"default"}}"',
        ],
      },
    },
    {
      id: 'calendly-webhook-key',
      name: 'Calendly client secret or webhook signing key',
      anchors: ['calendly'],
      pattern: assigned('calendly', 'secret|key', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Act as your Calendly app, or forge its events.',
      samples: {
        yes: ['CALENDLY_CLIENT_SECRET={alnum:43}', "calendlyClientSecret: '{alnum:43}'"],
        no: [
          'CALENDLY_CLIENT_SECRET=your_calendly_client_secret',
          'checksum = "{alnum:43}"',
          'CALENDLY_CLIENT_SECRET={alnum:46}',
        ],
      },
    },
  ],
});
