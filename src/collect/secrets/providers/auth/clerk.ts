import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'clerk',
  name: 'Clerk',
  category: 'auth',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.clerk.com/last-active?path=api-keys',
    notes: ['An instance can hold several secret keys: add one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'clerk-secret-key',
      name: 'Clerk secret key',
      anchors: ['sk_live_'],
      // 42 characters; Stripe's keys, with the same prefix, have 24 or about 100.
      pattern: /\b(sk_live_(?=[A-Za-z]{0,41}\d)(?!a2V5Xz)[A-Za-z0-9]{42})(?![A-Za-z0-9])/,
      power: 'identity',
      impact: 'Read and delete every user and sign in as any of them.',
      verify: {
        url: 'https://api.clerk.com/v1/users?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CLERK_SECRET_KEY=sk_live_{alnum:42}', "createClerkClient({ secretKey: 'sk_live_{alnum:42}' })"],
        no: [
          'CLERK_SECRET_KEY=sk_live_...',
          'sk_live_{alnum:24}',
          'STRIPE_SECRET_KEY=sk_live_51{alnum:97}',
          'PAYSTACK_SECRET_KEY=sk_live_{hex:40}',
        ],
      },
    },
    {
      id: 'clerk-named-secret-key',
      name: 'Clerk secret key',
      anchors: ['clerk'],
      pattern: assigned('clerk', 'key|secret|token', 'sk_live_(?![A-Za-z0-9]{42}(?![A-Za-z0-9]))[A-Za-z0-9]{24,64}'),
      power: 'identity',
      impact: 'Read and delete every user and sign in as any of them.',
      verify: {
        url: 'https://api.clerk.com/v1/users?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['CLERK_SECRET_KEY=sk_live_{alnum:32}', 'clerk: { secretKey: "sk_live_{alnum:50}" }'],
        no: ['CLERK_SECRET_KEY=sk_live_xxxxxxxxxxxxxxxxxxxxxxxx', 'STRIPE_SECRET_KEY=sk_live_{alnum:24}'],
      },
    },
    {
      id: 'clerk-test-key',
      name: 'Clerk development secret key',
      anchors: ['sk_test_'],
      pattern: /\b(sk_test_(?=[A-Za-z]{0,41}\d)(?!a2V5Xz)[A-Za-z0-9]{42})(?![A-Za-z0-9])/,
      power: 'limited',
      testMode: true,
      impact: 'Read and change the users of the development instance.',
      samples: {
        yes: ['CLERK_SECRET_KEY=sk_test_{alnum:42}', '"secretKey": "sk_test_{alnum:42}"'],
        no: ['CLERK_SECRET_KEY=sk_test_...', 'sk_test_{alnum:24}', 'sk_test_51{alnum:97}', 'sk_test_{hex:40}'],
      },
    },
    {
      id: 'clerk-publishable-key',
      name: 'Clerk publishable key',
      anchors: ['pk_live_', 'pk_test_'],
      // Base64 of the address of the sign-in service, which holds the word `clerk`.
      pattern:
        /\b(pk_(?:live|test)_[A-Za-z0-9+/]{0,80}?(?:Y2xlcm|NsZXJr|jbGVya)[A-Za-z0-9+/]{2,120}={0,2})(?![A-Za-z0-9+/=])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: it is made to stand in a browser.',
      samples: {
        yes: [
          'NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY=pk_live_Y2xlcmsu{alnum:14}Q',
          'publishableKey: "pk_test_cXVpZXQtb3R0ZXItOS5jbGVyay5hY2NvdW50cy5kZXYk"',
        ],
        no: ['pk_test_...', 'pk_live_51{alnum:97}'],
      },
    },
  ],
});
