import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'plunk',
  name: 'Plunk',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://app.useplunk.com/settings/api',
    notes: ['Regenerating replaces the secret and the public key together: deploy both.'],
  },
  rules: [
    {
      id: 'plunk-secret-key',
      name: 'Plunk secret key',
      anchors: ['plunk'],
      pattern: assigned('plunk', KEY, 'sk_[0-9a-f]{48}'),
      power: 'messages',
      impact: 'Send mail as your domain: phishing to your customers under your name, and a ruined sender reputation.',
      samples: {
        yes: ['PLUNK_API_KEY=sk_{hex:48}', 'plunk: { secretKey: "sk_{hex:48}" }'],
        no: ['PLUNK_API_KEY=sk_your_key', 'PLUNK_API_KEY=pk_{hex:48}'],
      },
    },
  ],
});
