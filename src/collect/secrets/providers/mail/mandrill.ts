import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mandrill',
  name: 'Mandrill',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://mandrillapp.com/settings',
  },
  rules: [
    {
      id: 'mandrill-api-key',
      name: 'Mandrill API key',
      anchors: ['mandrill'],
      pattern: assigned('mandrill', KEY, String.raw`(?:md-)?[\w-]{22}`),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      verify: {
        url: 'https://mandrillapp.com/api/1.4/users/ping.json',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"key":"{secret}"}',
        live: [200],
        dead: [401],
        liveText: 'PONG',
      },
      samples: {
        yes: ['MANDRILL_API_KEY=md-{alnum:22}', 'mandrill: { apiKey: "{alnum:22}" }'],
        no: ['MANDRILL_API_KEY=your_api_key', 'MANDRILL_API_KEY={alnum:10}'],
      },
    },
  ],
});
