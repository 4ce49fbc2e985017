import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'stytch',
  name: 'Stytch',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://stytch.com/dashboard/api-keys',
    notes: ['Start rotation makes a second secret that works beside the first until you complete the rotation.'],
  },
  rules: [
    {
      id: 'stytch-live-secret',
      name: 'Stytch secret',
      anchors: ['secret-live-'],
      pattern: /\b(secret-live-[A-Za-z0-9_=-]{34,44})(?![A-Za-z0-9_=-])/,
      power: 'identity',
      impact: 'Read and change every user and make sessions for any of them.',
      samples: {
        yes: [
          'STYTCH_SECRET=secret-live-{base64url:35}=',
          "new stytch.Client({ project_id: 'project-live-x', secret: 'secret-live-{alnum:36}' })",
        ],
        no: ['STYTCH_SECRET=secret-live-your-secret', 'secret-live-{alnum:10}'],
      },
    },
    {
      id: 'stytch-test-secret',
      name: 'Stytch test secret',
      anchors: ['secret-test-'],
      pattern: /\b(secret-test-[A-Za-z0-9_=-]{34,44})(?![A-Za-z0-9_=-])/,
      power: 'limited',
      testMode: true,
      impact: 'Read and change the users of the test environment.',
      samples: {
        yes: ['STYTCH_SECRET=secret-test-{alnum:36}', '"secret": "secret-test-{base64url:35}="'],
        no: ['test-secret-test-secret-test-secret', 'secret-test-key', 'secret-test-{alnum:9}'],
      },
    },
    {
      id: 'stytch-public-token',
      name: 'Stytch public token',
      anchors: ['public-token-live-', 'public-token-test-'],
      pattern: /\b(public-token-(?:live|test)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![0-9a-f-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: it is made to stand in a browser.',
      samples: {
        yes: ['NEXT_PUBLIC_STYTCH_TOKEN=public-token-live-{uuid}', "createStytchClient('public-token-live-{uuid}')"],
        no: ['public-token-live-...', 'public-token-live-{hex:8}'],
      },
    },
  ],
});
