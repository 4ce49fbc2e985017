import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'permit-io',
  name: 'Permit.io',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://app.permit.io/settings/api-keys' },
  rules: [
    {
      id: 'permit-io-api-key',
      name: 'Permit.io API key',
      anchors: ['permit_key_'],
      pattern: /\b(permit_key_[A-Za-z0-9]{60,100})(?![A-Za-z0-9_])/,
      power: 'identity',
      impact: 'Change who may do what in your app.',
      samples: {
        yes: ['PERMIT_API_KEY=permit_key_{alnum:86}', "new Permit({ token: 'permit_key_{alnum:86}' })"],
        no: ['PERMIT_API_KEY=permit_key_your_key', 'permit_key_{alnum:12}'],
      },
    },
  ],
});
