import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'better-auth',
  name: 'Better Auth',
  category: 'auth',
  rotation: {
    kind: 'instant',
    at: 'https://www.better-auth.com/docs/reference/options#secret',
    notes: ['A new secret signs everybody out and makes stored encrypted tokens unreadable.'],
  },
  rules: [
    {
      id: 'better-auth-secret',
      name: 'Better Auth secret',
      anchors: ['better_auth', 'betterauth', 'better-auth'],
      pattern: assigned('better[_-]?auth', 'secret', '[A-Za-z0-9+/_-]{32,128}={0,2}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Make session cookies that your app accepts: sign in as anybody.',
      samples: {
        yes: ['BETTER_AUTH_SECRET={base64:43}=', "betterAuth({ secret: '{hex:64}' })"],
        no: ['BETTER_AUTH_SECRET=your-better-auth-secret', 'BETTER_AUTH_URL=http://localhost:3000'],
      },
    },
  ],
});
