import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'buttondown',
  name: 'Buttondown',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://buttondown.com/requests',
  },
  rules: [
    {
      id: 'buttondown-api-key',
      name: 'Buttondown API key',
      anchors: ['buttondown'],
      pattern: assigned('buttondown', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your subscribers and send newsletters to them.',
      verify: {
        url: 'https://api.buttondown.com/v1/ping',
        headers: { authorization: 'Token {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['BUTTONDOWN_API_KEY={uuid}', 'buttondown: { apiKey: "{uuid}" }'],
        no: ['BUTTONDOWN_API_KEY=your-key', 'BUTTONDOWN_ID={uuid}'],
      },
    },
  ],
});
