import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'midtrans',
  name: 'Midtrans',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.midtrans.com/settings/config_info' },
  rules: [
    {
      id: 'midtrans-server-key',
      name: 'Midtrans server key',
      anchors: ['mid-server-'],
      pattern: /(?<![\w-])(Mid-server-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/,
      power: 'money',
      impact: 'Charge, approve and refund payments and forge their notifications.',
      verify: {
        url: 'https://api.midtrans.com/v2/launch-ready-no-such-order/status',
        basic: '{secret}:',
        live: [200, 404],
        dead: [401],
      },
      samples: {
        yes: ['MIDTRANS_SERVER_KEY=Mid-server-{alnum:24}', "serverKey: 'Mid-server-{alnum:16}'"],
        no: ['MIDTRANS_SERVER_KEY=Mid-server-xxxxxxxxxxxxxxxx', 'SB-Mid-server-{alnum:24}', 'Mid-server-{alnum:6}'],
      },
    },
    {
      id: 'midtrans-sandbox-key',
      name: 'Midtrans sandbox server key',
      anchors: ['sb-mid-server-'],
      pattern: /(?<![\w-])(SB-Mid-server-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/,
      power: 'limited',
      testMode: true,
      impact: 'Create sandbox payments; no real money moves.',
      samples: {
        yes: ['MIDTRANS_SERVER_KEY=SB-Mid-server-{alnum:24}', '"SB-Mid-server-{alnum:24}"'],
        no: ['SB-Mid-server-xxxxxxxxxxxxxxxx', 'SB-Mid-server-...'],
      },
    },
    {
      id: 'midtrans-client-key',
      name: 'Midtrans client key',
      anchors: ['mid-client-'],
      pattern: /(?<![\w-])((?:SB-)?Mid-client-[A-Za-z0-9_-]{16,32})(?![A-Za-z0-9_-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the payment page in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_MIDTRANS_CLIENT_KEY=Mid-client-{alnum:16}', 'data-client-key="SB-Mid-client-{alnum:16}"'],
        no: ['Mid-client-xxxxxxxxxxxxxxxx', 'Mid-client-{alnum:5}'],
      },
    },
  ],
});
