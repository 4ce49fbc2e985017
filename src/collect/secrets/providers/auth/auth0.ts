import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'auth0',
  name: 'Auth0',
  category: 'auth',
  rotation: {
    kind: 'instant',
    at: 'https://manage.auth0.com/#/applications',
    notes: [
      'Rotating a client secret ends the old one at once: every server that uses the application needs the new one in the same minute.',
    ],
  },
  rules: [
    {
      id: 'auth0-client-secret',
      name: 'Auth0 client secret',
      anchors: ['auth0'],
      pattern: assigned('auth0', 'secret', '[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app; with Management API rights read and change every user.',
      pairsWith: ['auth0-client-id'],
      samples: {
        yes: [
          'AUTH0_CLIENT_SECRET={alnum:64}',
          "auth0: { domain: 'x.eu.auth0.com', clientSecret: '{base64url:63}a' }",
          'AUTH0_SECRET={hex:64}',
        ],
        no: ['AUTH0_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={alnum:64}', 'AUTH0_CLIENT_SECRET={alnum:20}'],
      },
    },
    {
      id: 'auth0-management-token',
      name: 'Auth0 Management API token',
      anchors: ['auth0'],
      pattern: assigned(
        'auth0',
        'token',
        'eyJ[A-Za-z0-9_-]{20,200}\\.eyJ[A-Za-z0-9_-]{60,3000}\\.[A-Za-z0-9_-]{80,700}',
      ),
      reach: [24, 4000],
      power: 'identity',
      impact: 'Read and change users and settings of the tenant until it ends, at most a month after it was issued.',
      samples: {
        yes: [
          'AUTH0_MANAGEMENT_TOKEN=eyJ{base64url:60}.eyJ{base64url:300}.{base64url:341}a',
          'auth0: { mgmtToken: "eyJ{base64url:60}.eyJ{base64url:900}.{base64url:341}a" }',
        ],
        no: ['AUTH0_MANAGEMENT_TOKEN=your_token', 'AUTH0_TOKEN=eyJ{base64url:60}'],
      },
    },
    {
      id: 'auth0-client-id',
      name: 'Auth0 client id',
      anchors: ['auth0'],
      pattern: assigned('auth0', 'client[_-]?id', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the sign-in page sends it.',
      samples: {
        yes: ['NEXT_PUBLIC_AUTH0_CLIENT_ID={alnum:32}', 'auth0: { clientId: "{alnum:32}" }'],
        no: ['AUTH0_CLIENT_ID=your_client_id', 'CLIENT_ID={alnum:32}'],
      },
    },
  ],
});
