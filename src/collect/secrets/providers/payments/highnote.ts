import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'highnote',
  name: 'Highnote',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://dashboard.highnote.com/' },
  rules: [
    {
      id: 'highnote-secret-key',
      name: 'Highnote secret key',
      anchors: ['highnote'],
      pattern: assigned('highnote', 'sk|key|secret|token', 'sk_live_[A-Za-z0-9+/]{60,110}={0,2}'),
      power: 'money',
      impact: 'Issue cards, move money and read cardholders.',
      samples: {
        yes: ['HIGHNOTE_API_KEY=sk_live_a2V5Xz{alnum:69}', 'highnote: { secretKey: "sk_live_{base64:83}a" }'],
        no: ['HIGHNOTE_API_KEY=sk_live_short', 'HIGHNOTE_API_KEY=sk_test_{alnum:70}'],
      },
    },
  ],
});
