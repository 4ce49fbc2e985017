import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'onelogin',
  name: 'OneLogin',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://app.onelogin.com/',
    notes: ['Developers, API credentials: make a new pair, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'onelogin-client-secret',
      name: 'OneLogin client secret',
      anchors: ['onelogin', 'one_login'],
      pattern: assigned('one_?login', 'secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'With the client id: read and change users and roles, or finish sign-ins in the name of your app.',
      samples: {
        yes: ['ONELOGIN_CLIENT_SECRET={hex:64}', 'onelogin:\n  client_secret: {hex:64}'],
        no: ['ONELOGIN_CLIENT_SECRET=your_secret', 'CLIENT_SECRET={hex:64}', 'ONELOGIN_CLIENT_ID={hex:64}'],
      },
    },
  ],
});
