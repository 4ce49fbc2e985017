import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'duo',
  name: 'Duo',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://admin.duosecurity.com/applications' },
  rules: [
    {
      id: 'duo-secret-key',
      name: 'Duo secret key',
      anchors: ['duo_', 'duosecurity', 'duo-', 'duosecret', 'duoskey', '"skey', ' skey', "'skey", '\nskey'],
      pattern: assigned('(?<![a-z])duo', 'skey|secret', '[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Approve second-factor checks in your name; with the Admin API change users and devices.',
      samples: {
        yes: ['DUO_SECRET_KEY={alnum:40}', 'duo: { ikey: "DI{upper:18}", skey: "{alnum:40}" }'],
        no: ['DUO_SECRET_KEY=your_duo_secret', 'SECRET_KEY={alnum:40}', 'DUO_SECRET_KEY={alnum:20}'],
      },
    },
  ],
});
