import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'kinde',
  name: 'Kinde',
  category: 'auth',
  rotation: {
    kind: 'instant',
    at: 'https://app.kinde.com/',
    notes: ['Settings, Applications, the application, Rotate client secret.'],
  },
  rules: [
    {
      id: 'kinde-client-secret',
      name: 'Kinde client secret',
      anchors: ['kinde'],
      pattern: assigned('kinde', 'secret', '[A-Za-z0-9]{46,56}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app; for an M2M application read and change every user.',
      samples: {
        yes: ['KINDE_CLIENT_SECRET={alnum:52}', "kinde: { clientId: '{hex:32}', clientSecret: '{alnum:50}' }"],
        no: ['KINDE_CLIENT_SECRET=your_kinde_client_secret', 'CLIENT_SECRET={alnum:52}', 'KINDE_CLIENT_ID={hex:32}'],
      },
    },
  ],
});
