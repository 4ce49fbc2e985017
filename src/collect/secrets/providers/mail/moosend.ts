import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'moosend',
  name: 'Moosend',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://identity.moosend.com/login',
  },
  rules: [
    {
      id: 'moosend-api-key',
      name: 'Moosend API key',
      anchors: ['moosend'],
      pattern: assigned('moosend', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change your mailing lists, and send campaigns.',
      samples: {
        yes: ['MOOSEND_API_KEY={uuid}', 'moosend: { apiKey: "{uuid}" }'],
        no: ['MOOSEND_LIST_ID={uuid}', 'MOOSEND_API_KEY=key'],
      },
    },
  ],
});
