import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'courier',
  name: 'Courier',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://app.courier.com/settings/api-keys' },
  rules: [
    {
      id: 'courier-auth-token',
      name: 'Courier auth token',
      anchors: ['pk_prod_'],
      pattern: /\b(pk_prod_[A-Z0-9]{28})(?![\w-])/,
      power: 'messages',
      impact: 'Send notifications in your name through every channel you connected, and read who got what.',
      samples: {
        yes: ['COURIER_AUTH_TOKEN=pk_prod_{upper:28}', "authToken: 'pk_prod_{upper:28}'"],
        no: ['pk_prod_XXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'pk_prod_{lower:40}'],
      },
    },
  ],
});
