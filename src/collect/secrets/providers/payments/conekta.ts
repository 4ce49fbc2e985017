import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'conekta',
  name: 'Conekta',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://panel.conekta.com/developers/api-keys' },
  rules: [
    {
      id: 'conekta-private-key',
      name: 'Conekta private key',
      anchors: ['conekta'],
      pattern: assigned('conekta', 'private|secret|api[_-]?key|token', 'key_[A-Za-z0-9]{20,24}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Charge saved cards, refund, and read every customer.',
      samples: {
        yes: ['CONEKTA_PRIVATE_KEY=key_{alnum:22}', "conekta.api_key = 'key_{alnum:22}'"],
        no: ['CONEKTA_PRIVATE_KEY=key_your_private', 'CONEKTA_PRIVATE_KEY=key_{alnum:8}', 'PRIVATE_KEY=key_{alnum:22}'],
      },
    },
  ],
});
