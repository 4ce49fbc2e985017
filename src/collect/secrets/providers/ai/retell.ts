import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'retell',
  name: 'Retell AI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.retellai.com/apiKey',
  },
  rules: [
    {
      id: 'retell-api-key',
      name: 'Retell AI API key',
      anchors: ['retell'],
      pattern: assigned('retell', KEY, 'key_[0-9a-f]{28}'),
      power: 'spend',
      impact: 'Place phone calls on your bill with your numbers, and read call transcripts.',
      verify: {
        url: 'https://api.retellai.com/list-agents',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['RETELL_API_KEY=key_{hex:28}', 'new Retell({ apiKey: "key_{hex:28}" })'],
        no: ['RETELL_API_KEY=key_xxx', 'RETELL_AGENT=agent_{hex:28}'],
      },
    },
  ],
});
