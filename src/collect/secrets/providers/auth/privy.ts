import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'privy',
  name: 'Privy',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://dashboard.privy.io/' },
  rules: [
    {
      id: 'privy-app-secret',
      name: 'Privy app secret',
      anchors: ['privy'],
      pattern: assigned('privy', 'secret', '(?:privy_app_secret_)?[A-Za-z0-9]{80,96}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Read and delete every user and use the wallets your server controls.',
      samples: {
        yes: ['PRIVY_APP_SECRET={base32:88}', "privy: { appId: 'cm1', appSecret: '4q{base32:84}' }"],
        no: ['PRIVY_APP_SECRET=replace-with-privy-app-secret', 'APP_SECRET={alnum:88}'],
      },
    },
  ],
});
