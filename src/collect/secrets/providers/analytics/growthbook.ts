import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'growthbook',
  name: 'GrowthBook',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.growthbook.io/settings/keys' },
  rules: [
    {
      id: 'growthbook-secret-key',
      name: 'GrowthBook secret API key',
      anchors: ['secret_admin_', 'secret_readonly_', 'secret_user_'],
      pattern: /\b(secret_(?:admin|readonly|user)_[A-Za-z0-9+/=]{32,64})(?![\w+/-])/,
      power: 'infrastructure',
      impact: 'Read or change your feature flags and experiments.',
      samples: {
        yes: ['GROWTHBOOK_API_KEY=secret_admin_{alnum:44}', '"secret_user_{alnum:40}"'],
        no: ['secret_admin_password', 'secret_user_id'],
      },
    },
  ],
});
