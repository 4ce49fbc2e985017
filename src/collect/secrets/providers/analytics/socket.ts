import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'socket',
  name: 'Socket',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://socket.dev/dashboard/settings/api-tokens' },
  rules: [
    {
      id: 'socket-api-token',
      name: 'Socket API token',
      anchors: ['sktsec_'],
      pattern: /\b(sktsec_[A-Za-z0-9_-]{30,80})(?![\w-])/,
      power: 'data',
      impact: 'Read your dependency reports, or change policies if it may.',
      samples: {
        yes: ['SOCKET_SECURITY_API_TOKEN=sktsec_{alnum:44}_api', '"sktsec_{alnum:44}"'],
        no: ['sktsec_token'],
      },
    },
  ],
});
