import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'auth-js',
  name: 'Auth.js (NextAuth)',
  category: 'auth',
  rotation: {
    kind: 'instant',
    at: 'https://authjs.dev/reference/core/errors#missingsecret',
    notes: [
      'A new AUTH_SECRET signs everybody out; Auth.js takes a list, so put the new one first and drop the old later.',
    ],
  },
  rules: [
    {
      id: 'auth-js-secret',
      name: 'Auth.js session secret',
      anchors: ['nextauth_secret', 'next_auth_secret', 'auth_secret', 'nextauthsecret', 'authsecret'],
      pattern: assigned(
        '(?<![A-Za-z0-9_])(?:next_?)?auth(?=_?secret)',
        'secret',
        '(?:[0-9a-f]{32}|[0-9a-f]{64}|[0-9a-f]{128}|[A-Za-z0-9+/_-]{32,88}={0,2})',
      ),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Make session cookies that your app accepts: sign in as anybody.',
      samples: {
        yes: ['NEXTAUTH_SECRET={base64:43}=', 'AUTH_SECRET="{hex:64}"', 'nextAuthSecret: "{alnum:32}"'],
        no: ['NEXTAUTH_SECRET=your-nextauth-secret', 'AUTH_SECRET=changeme', 'OAUTH_SECRET_NAME=shop'],
      },
    },
  ],
});
