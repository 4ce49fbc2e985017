import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ory',
  name: 'Ory',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://console.ory.sh/',
    notes: ['Project settings, API keys: make the new one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'ory-access-token',
      name: 'Ory API key',
      anchors: ['ory_pat_', 'ory_apikey_', 'ory_wak_'],
      pattern: /\b(ory_(?:pat|apikey|wak)_[A-Za-z0-9]{28,44})(?![A-Za-z0-9_])/,
      power: 'identity',
      impact: 'Read, change and delete every identity and make sessions for any of them.',
      samples: {
        yes: ['ORY_ACCESS_TOKEN=ory_pat_{alnum:32}', 'Authorization: Bearer ory_apikey_{alnum:32}'],
        no: ['ORY_PAT=ory_pat_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'ory_pat_{alnum:8}', 'memory_pat_{alnum:32}'],
      },
    },
  ],
});
