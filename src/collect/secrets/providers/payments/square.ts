import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'square',
  name: 'Square',
  category: 'payments',
  rotation: {
    kind: 'instant',
    at: 'https://developer.squareup.com/apps',
    notes: [
      "Replacing the personal access token ends the old one at once; sellers' OAuth tokens are revoked one by one.",
    ],
  },
  rules: [
    {
      id: 'square-access-token',
      name: 'Square access token',
      anchors: ['sq0atp-'],
      pattern: /\b(sq0atp-[\w-]{22})(?![\w-])/,
      power: 'money',
      impact: 'Take payments, refund, and read every customer, order and payout.',
      verify: {
        url: 'https://connect.squareup.com/v2/locations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SQUARE_ACCESS_TOKEN=sq0atp-{alnum:22}', '"token": "sq0atp-{alnum:10}-{alnum:11}"'],
        no: ['sq0atp-your_token', 'sq0atp-{alnum:40}', 'sq0idp-{alnum:22}'],
      },
    },
    {
      id: 'square-personal-token',
      name: 'Square access token',
      anchors: ['square'],
      pattern: assigned('square', 'token|key|bearer', 'EAAA[\\w-]{60}'),
      power: 'money',
      impact:
        'Take payments, refund, and read every customer, order and payout, or those of a seller who linked an account.',
      verify: {
        url: 'https://connect.squareup.com/v2/locations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: [
          'SQUARE_ACCESS_TOKEN=EAAAE{alnum:59}',
          "new SquareClient({ token: 'EAAAE{alnum:59}' })",
          'square: { accessToken: "EAAAl{alnum:59}" }',
        ],
        no: ['SQUARE_ACCESS_TOKEN=EAAAxxxxxxxx', 'SQUARE_ACCESS_TOKEN=EAAAE{alnum:30}', 'sha = EAAAE{alnum:59}'],
      },
    },
    {
      id: 'square-bearer-token',
      name: 'Square access token',
      anchors: ['bearer eaaa'],
      pattern: /\bBearer (EAAA[\w-]{60})(?![\w-])/i,
      power: 'money',
      impact: 'Take payments, refund, and read every customer, order and payout.',
      samples: {
        yes: [
          "curl -H 'Authorization: Bearer EAAAl{alnum:59}'",
          'headers: { Authorization: "Bearer EAAAE{alnum:59}" }',
        ],
        no: ['Authorization: Bearer EAAA...', 'Authorization: Bearer EAAAE{alnum:20}'],
      },
    },
    {
      id: 'square-application-secret',
      name: 'Square application secret',
      anchors: ['sq0csp-'],
      pattern: /\b(sq0csp-[\w-]{43})(?![\w-])/,
      power: 'money',
      impact: 'Finish the sign-up of sellers in the name of your app and act in their Square accounts.',
      samples: {
        yes: ['SQUARE_APP_SECRET=sq0csp-{alnum:43}', "clientSecret: 'sq0csp-{alnum:20}_{alnum:22}'"],
        no: ['sq0csp-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'sq0csp-{alnum:20}'],
      },
    },
    {
      id: 'square-sandbox-secret',
      name: 'Square sandbox secret',
      anchors: ['sq0csb-', 'sq0atb-'],
      pattern: /\b(sandbox-sq0(?:csb|atb)-[\w-]{22,43})(?![\w-])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox account; no real money moves.',
      samples: {
        yes: ['SQUARE_SECRET=sandbox-sq0csb-{alnum:43}', '"secret":"sandbox-sq0atb-{alnum:22}"'],
        no: ['sandbox-sq0csb-...', 'sandbox-sq0csb-{alnum:8}'],
      },
    },
    {
      id: 'square-application-id',
      name: 'Square application id',
      anchors: ['sq0idp-', 'sq0idb-'],
      pattern: /\b((?:sandbox-)?sq0id[bp]-[\w-]{22})(?![\w-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the card form in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_SQUARE_APP_ID=sq0idp-{alnum:22}', "Square.payments('sandbox-sq0idb-{alnum:22}')"],
        no: ['sq0idp-your-application-id', 'sq0idp-{alnum:9}'],
      },
    },
  ],
});
