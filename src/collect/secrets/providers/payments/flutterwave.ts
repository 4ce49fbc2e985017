import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'flutterwave',
  name: 'Flutterwave',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://app.flutterwave.com/dashboard/settings/apis/live' },
  rules: [
    {
      id: 'flutterwave-secret-key',
      name: 'Flutterwave secret key',
      anchors: ['FLWSECK-'],
      pattern: /\b(FLWSECK-[0-9a-f]{32}(?:-[0-9a-f]{8,14}vt)?-X)(?![0-9A-Za-z-])/,
      power: 'money',
      impact: 'Charge, refund and transfer your balance to any bank account.',
      verify: {
        url: 'https://api.flutterwave.com/v3/balances',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['FLW_SECRET_KEY=FLWSECK-{hex:32}-X', '"secretKey": "FLWSECK-{hex:32}-{hex:11}vt-X"'],
        no: ['FLWSECK-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx-X', 'FLWSECK-{hex:20}-X', 'FLWPUBK-{hex:32}-X'],
      },
    },
    {
      id: 'flutterwave-test-key',
      name: 'Flutterwave test secret key',
      anchors: ['FLWSECK_TEST'],
      pattern: /\b(FLWSECK_TEST-?(?:[0-9a-f]{32}-X|[0-9a-f]{12}))(?![0-9A-Za-z-])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['FLW_SECRET_KEY=FLWSECK_TEST-{hex:32}-X', "encryptionKey: 'FLWSECK_TEST{hex:12}'"],
        no: ['FLWSECK_TEST-XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX-X', 'FLWSECK_TEST-{hex:20}'],
      },
    },
    {
      id: 'flutterwave-encryption-key',
      name: 'Flutterwave encryption key',
      anchors: ['flutterwave', 'flw_'],
      pattern: assigned('flutterwave|flw_', 'encryption', '[0-9a-f]{24}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Encrypt card charges in your name, together with the public key.',
      samples: {
        yes: ['FLW_ENCRYPTION_KEY={hex:24}', 'flutterwave: { encryptionKey: "{hex:24}" }'],
        no: ['FLW_ENCRYPTION_KEY=your_encryption_key', 'ENCRYPTION_KEY={hex:24}'],
      },
    },
    {
      id: 'flutterwave-public-key',
      name: 'Flutterwave public key',
      anchors: ['FLWPUBK'],
      pattern: /\b(FLWPUBK(?:_TEST)?-[0-9a-f]{32}(?:-[0-9a-f]{8,14}vt)?-X)(?![0-9A-Za-z-])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the checkout in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_FLW_PUBLIC_KEY=FLWPUBK-{hex:32}-X', 'public_key: "FLWPUBK_TEST-{hex:32}-X"'],
        no: ['FLWPUBK-your-public-key-X', 'FLWPUBK-{hex:12}-X'],
      },
    },
  ],
});
