import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'postmark',
  name: 'Postmark',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://account.postmarkapp.com/servers',
    notes: ['A server may hold several tokens: add the new one first, then delete the old.'],
  },
  rules: [
    {
      id: 'postmark-token',
      name: 'Postmark token',
      anchors: ['postmark'],
      pattern: assigned('postmark', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail from your server and read the messages it sent, password resets included.',
      verify: {
        url: 'https://api.postmarkapp.com/server',
        headers: { 'x-postmark-server-token': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['POSTMARK_SERVER_TOKEN={uuid}', 'X-Postmark-Server-Token: {uuid}', 'postmark: { apiToken: "{uuid}" }'],
        no: [
          'POSTMARK_TEMPLATE_ID={uuid}',
          'POSTMARK_API_TOKEN=POSTMARK_API_TEST',
          'POSTMARK_TOKEN=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
        ],
      },
    },
  ],
});
