import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hyperswitch',
  name: 'Hyperswitch',
  category: 'payments',
  rotation: { kind: 'overlap', at: 'https://app.hyperswitch.io/developer-api-keys' },
  rules: [
    {
      id: 'hyperswitch-api-key',
      name: 'Hyperswitch API key',
      anchors: ['hyperswitch', 'hyper_switch'],
      pattern: assigned('hyper_?switch', 'key|secret|token', '(?:prd|snd|dev)_[A-Za-z0-9]{64}'),
      power: 'money',
      impact: 'Charge and refund through every payment processor that is connected.',
      samples: {
        yes: ['HYPERSWITCH_API_KEY=prd_{alnum:64}', 'hyperswitch: { secretKey: "snd_{alnum:64}" }'],
        no: ['HYPERSWITCH_API_KEY=snd_your_key', 'HYPERSWITCH_API_KEY=pk_prd_{hex:32}'],
      },
    },
  ],
});
