import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'propelauth',
  name: 'PropelAuth',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://app.propelauth.com/',
    notes: ['Backend integration of the environment: make the new key, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'propelauth-api-key',
      name: 'PropelAuth API key',
      anchors: ['propelauth', 'propel_auth'],
      pattern: assigned('propel_?auth', 'key|token|secret', '[0-9a-f]{96,256}'),
      identifiedBy: 'context',
      reach: [24, 420],
      power: 'identity',
      impact: 'Read and change every user and organization and sign in as any user.',
      samples: {
        yes: ['PROPELAUTH_API_KEY={hex:160}', "initAuth({}); propelauth: { apiKey: '{hex:160}' }"],
        no: ['PROPELAUTH_API_KEY=your_api_key', 'API_KEY={hex:160}'],
      },
    },
  ],
});
