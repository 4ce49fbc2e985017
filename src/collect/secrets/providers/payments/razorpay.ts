import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'razorpay',
  name: 'Razorpay',
  category: 'payments',
  rotation: {
    kind: 'grace',
    at: 'https://dashboard.razorpay.com/app/website-app-settings/api-keys',
    notes: [
      'Regenerating makes a new id and secret; choose to end the old pair now, not after 24 hours, when it has leaked.',
    ],
  },
  rules: [
    {
      id: 'razorpay-key-secret',
      name: 'Razorpay key secret',
      anchors: ['razorpay', 'rzp_', 'key_secret'],
      pattern: assigned('razorpay|rzp_(?:live|test|key)?', 'secret', '[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'With the key id: refund, capture and pay out, and read every payment and customer.',
      pairsWith: ['razorpay-key-id', 'razorpay-test-key-id'],
      samples: {
        yes: [
          'RAZORPAY_KEY_SECRET={alnum:24}',
          "new Razorpay({ key_id: 'rzp_live_{alnum:14}', key_secret: '{alnum:24}' })",
          'razorpay:\n  key_secret: {alnum:24}',
        ],
        no: ['RAZORPAY_KEY_SECRET=your_razorpay_secret', 'RAZORPAY_KEY_SECRET={alnum:30}', 'KEY_ID={alnum:24}'],
      },
    },
    {
      id: 'razorpay-key-id',
      name: 'Razorpay live key id',
      anchors: ['rzp_live_'],
      pattern: /\b(rzp_live_[A-Za-z0-9]{14})(?![A-Za-z0-9])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: the checkout in the browser needs it.',
      samples: {
        yes: ['NEXT_PUBLIC_RAZORPAY_KEY_ID=rzp_live_{alnum:14}', '"key": "rzp_live_{alnum:14}"'],
        no: ['rzp_live_xxxxxxxxxxxxxx', 'rzp_live_{alnum:5}'],
      },
    },
    {
      id: 'razorpay-test-key-id',
      name: 'Razorpay test key id',
      anchors: ['rzp_test_'],
      pattern: /\b(rzp_test_[A-Za-z0-9]{14})(?![A-Za-z0-9])/,
      verdict: 'public',
      testMode: true,
      power: 'limited',
      impact: 'Nothing by itself: the test checkout in the browser needs it.',
      samples: {
        yes: ['RAZORPAY_KEY_ID=rzp_test_{alnum:14}', "key: 'rzp_test_{alnum:14}'"],
        no: ['rzp_test_yourkeyhere', 'rzp_test_{alnum:20}'],
      },
    },
  ],
});
