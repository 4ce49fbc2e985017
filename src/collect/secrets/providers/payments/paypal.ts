import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'paypal',
  name: 'PayPal',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://developer.paypal.com/dashboard/applications/live',
    notes: ['An app can hold two secrets: generate the second, deploy it, then disable and delete the first.'],
  },
  rules: [
    {
      id: 'paypal-client-secret',
      name: 'PayPal client secret',
      anchors: ['paypal'],
      pattern: assigned('paypal', 'secret', 'E[A-Za-z0-9_-]{79}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Together with the client id: refund, pay out from your balance and read every order and payer.',
      pairsWith: ['paypal-client-id'],
      samples: {
        yes: [
          'PAYPAL_CLIENT_SECRET=E{alnum:79}',
          '"paypal": { "clientId": "sb", "clientSecret": "E{alnum:79}" }',
          "paypalSecret: 'E{base64url:78}a'",
        ],
        no: [
          'PAYPAL_CLIENT_SECRET=your_paypal_client_secret',
          'PAYPAL_CLIENT_SECRET=E{alnum:60}',
          'checksum = "E{alnum:79}"',
        ],
      },
    },
    {
      id: 'paypal-client-id',
      name: 'PayPal client id',
      anchors: ['paypal'],
      pattern: assigned('paypal', 'client[_-]?id', 'A[A-Za-z0-9_-]{79}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers load the PayPal buttons with it.',
      samples: {
        yes: [
          'NEXT_PUBLIC_PAYPAL_CLIENT_ID=A{alnum:79}',
          '<script src="https://www.paypal.com/sdk/js?client-id=A{alnum:79}&currency=EUR">',
        ],
        no: ['PAYPAL_CLIENT_ID=your_paypal_client_id', 'PAYPAL_CLIENT_ID=A{alnum:40}'],
      },
    },
    {
      id: 'paypal-access-token',
      name: 'PayPal access token',
      anchors: ['A21AA'],
      pattern: /\b(A21AA[A-Za-z0-9_-]{80,200})(?![A-Za-z0-9_-])/,
      reach: [16, 400],
      power: 'money',
      impact: 'Act as your PayPal app until it ends, nine hours at most after it was issued.',
      samples: {
        yes: ['Authorization: Bearer A21AA{alnum:92}', '"access_token":"A21AA{base64url:91}x"'],
        no: ['A21AA{alnum:20}', 'Authorization: Bearer A21AA...'],
      },
    },
  ],
});
