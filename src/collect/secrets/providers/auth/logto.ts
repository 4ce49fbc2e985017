import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'logto',
  name: 'Logto',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.logto.io/',
    notes: ['An application can hold several secrets: add one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'logto-app-secret',
      name: 'Logto app secret',
      anchors: ['logto'],
      pattern: assigned('logto', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app; for a machine-to-machine app read and change every user.',
      samples: {
        yes: ['LOGTO_APP_SECRET={alnum:32}', "logto: { endpoint: 'https://x.logto.app/', appSecret: '{alnum:32}' }"],
        no: ['LOGTO_APP_SECRET=your_app_secret', 'APP_SECRET={alnum:32}', 'LOGTO_APP_SECRET={alnum:10}'],
      },
    },
  ],
});
