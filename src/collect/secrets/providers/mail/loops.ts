import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'loops',
  name: 'Loops',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://app.loops.so/settings?page=api',
  },
  rules: [
    {
      id: 'loops-api-key',
      name: 'Loops API key',
      anchors: ['loops_', 'loopsclient', 'loops.so', 'loopsapi'],
      pattern: assigned(
        String.raw`loops_(?=api|key|sec|tok)|LoopsClient\(|loops\.so|loops(?=api)`,
        KEY,
        '[0-9a-f]{32}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change and delete your contacts, and send them mail as you.',
      verify: {
        url: 'https://app.loops.so/api/v1/api-key',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['LOOPS_API_KEY={hex:32}', "loopsApiKey: '{hex:32}'"],
        no: ['LOOPS_API_KEY=your_api_key', 'loops_count={hex:32}'],
      },
    },
  ],
});
