import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'stripe',
  name: 'Stripe',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.stripe.com/apikeys',
    notes: [
      'Prefer a restricted key (rk_live_) with only the resources your server calls.',
      'Rolling a key lets the old one live up to seven days; choose "now" when it has been seen by anybody.',
    ],
  },
  rules: [
    {
      id: 'stripe-secret-key',
      name: 'Stripe secret key',
      anchors: ['sk_live_'],
      // The prefix is also used by Paystack (40 hex), Clerk (42 characters) and WorkOS (base64 of `key_`).
      pattern:
        /\b(sk_live_(?!a2V5Xz|[0-9a-f]{40}(?![0-9a-zA-Z])|[0-9a-zA-Z]{42}(?![0-9a-zA-Z]))[0-9a-zA-Z]{20,247})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'Charge cards, refund, pay out, and read every customer and payment of the account.',
      verify: {
        url: 'https://api.stripe.com/v1/balance',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'STRIPE_SECRET_KEY=sk_live_{alnum:24}',
          'new Stripe("sk_live_51{alnum:97}")',
          'curl -u sk_live_51{alnum:97}:',
        ],
        no: [
          'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx',
          'sk_live_...',
          'sk_live_your_key_here',
          'PAYSTACK_SECRET_KEY=sk_live_{hex:40}',
          'CLERK_SECRET_KEY=sk_live_{alnum:42}',
          'WORKOS_API_KEY=sk_live_a2V5Xz{alnum:69}',
        ],
      },
    },
    {
      id: 'stripe-organization-key',
      name: 'Stripe organization key',
      anchors: ['sk_org_live_', 'rk_org_live_'],
      pattern: /\b([sr]k_org_live_[0-9a-zA-Z]{20,247})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'Charge, refund and pay out in every account of your Stripe organization.',
      samples: {
        yes: ['STRIPE_ORG_KEY=sk_org_live_{alnum:96}', '"apiKey": "sk_org_live_{alnum:99}"'],
        no: ['sk_org_live_...', 'sk_org_live_{alnum:12}'],
      },
    },
    {
      id: 'stripe-restricted-key',
      name: 'Stripe restricted key',
      anchors: ['rk_live_'],
      pattern: /\b(rk_live_[0-9a-zA-Z]{20,247})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'Do whatever the key was allowed: often read customers and payments, sometimes refund.',
      verify: {
        url: 'https://api.stripe.com/v1/balance',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['key: "rk_live_51{alnum:97}"', 'STRIPE_API_KEY=rk_live_{alnum:24}'],
        no: ['rk_live_XXXXXXXXXXXXXXXXXXXXXXXX', 'rk_live_{alnum:10}'],
      },
    },
    {
      id: 'stripe-test-key',
      name: 'Stripe test key',
      anchors: ['sk_test_', 'rk_test_'],
      pattern:
        /\b([sr]k_test_(?!a2V5Xz|[0-9a-f]{40}(?![0-9a-zA-Z])|[0-9a-zA-Z]{42}(?![0-9a-zA-Z]))[0-9a-zA-Z]{20,247})(?![0-9a-zA-Z])/,
      power: 'limited',
      testMode: true,
      impact: 'Read and change the test-mode data of the account; no real money moves.',
      samples: {
        yes: ['sk_test_51{alnum:97}', 'STRIPE_SECRET_KEY="sk_test_{alnum:24}"'],
        no: ['sk_test_xxx', 'sk_test_replace_me_with_yours', 'sk_test_{hex:40}', 'sk_test_{alnum:42}'],
      },
    },
    {
      id: 'stripe-webhook-secret',
      name: 'Stripe webhook signing secret',
      anchors: ['whsec_'],
      // With +, / or = it is a Standard Webhooks secret: see standard-webhooks.
      pattern: /(?:\b|_)(?<!v1,)(whsec_[0-9a-zA-Z]{24,96})(?![0-9a-zA-Z+/=])/,
      power: 'money',
      impact: 'Forge webhook events: mark unpaid orders as paid, or trigger payouts.',
      samples: {
        yes: ['STRIPE_WEBHOOK_SECRET="whsec_{alnum:32}"', 'constructEvent(body, sig, "whsec_{hex:64}")'],
        no: ['whsec_test_secret', 'whsec_...', 'whsec_{alnum:12}', 'whsec_{alnum:31}='],
      },
    },
    {
      id: 'stripe-publishable-key',
      name: 'Stripe publishable key',
      anchors: ['pk_live_', 'pk_test_'],
      // Clerk's hold the word `clerk` in base64.
      pattern: /\b(pk_(?:live|test)_(?![0-9a-zA-Z]{0,80}?(?:Y2xlcm|NsZXJr|jbGVya))[0-9a-zA-Z]{20,247})(?![0-9a-zA-Z])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: it is made to stand in a browser.',
      samples: {
        yes: ['pk_live_51{alnum:97}', 'loadStripe("pk_test_{alnum:24}")'],
        no: ['pk_live_xxx', 'pk_test_...'],
      },
    },
    {
      id: 'stripe-connect-client-id',
      name: 'Stripe Connect client id',
      anchors: ['stripe_c', 'stripe-c', 'stripec', 'connect.stripe.com/'],
      pattern:
        /(?:stripe[_.-]?c(?:onnect|lient)|connect\.stripe\.com\/)[^\n;]{0,60}?\b(ca_[A-Za-z0-9]{32})(?![A-Za-z0-9])/i,
      verdict: 'public',
      publicIf: 'your OAuth redirect addresses are a fixed list without wildcards',
      power: 'limited',
      impact: 'Start a Connect sign-up in your name; the address it returns to is fixed by you.',
      samples: {
        yes: [
          'STRIPE_CONNECT_CLIENT_ID=ca_{alnum:32}',
          'https://connect.stripe.com/oauth/authorize?response_type=code&client_id=ca_{alnum:32}&scope=read_write',
        ],
        no: ['STRIPE_CONNECT_CLIENT_ID=ca_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'STRIPE_CLIENT_ID=ca_{alnum:20}'],
      },
    },
  ],
});
