import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vapi',
  name: 'Vapi',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.vapi.ai/org/api-keys',
    notes: ['Vapi has a public key for browsers; the private one belongs on a server.'],
  },
  rules: [
    {
      id: 'vapi-private-key',
      name: 'Vapi private key',
      anchors: ['vapi'],
      pattern: assigned(
        '(?<![a-z])vapi',
        '(?:private|secret|server|api)[_-]?(?:api[_-]?)?(?:key|token)|token',
        '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Place phone calls on your bill with your numbers, and read call recordings.',
      verify: {
        url: 'https://api.vapi.ai/assistant?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['VAPI_PRIVATE_KEY={uuid}', 'vapiApiKey: "{uuid}"'],
        no: ['NEXT_PUBLIC_VAPI_PUBLIC_KEY={uuid}', 'VAPI_ASSISTANT_ID={uuid}', 'VAPI_PRIVATE_KEY=key'],
      },
    },
  ],
});
