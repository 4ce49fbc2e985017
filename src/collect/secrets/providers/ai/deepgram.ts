import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'deepgram',
  name: 'Deepgram',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://console.deepgram.com',
  },
  rules: [
    {
      id: 'deepgram-api-key',
      name: 'Deepgram API key',
      anchors: ['deepgram'],
      pattern: assigned('deepgram', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Transcribe on your bill; an owner key also manages members and keys.',
      verify: {
        url: 'https://api.deepgram.com/v1/projects',
        headers: { authorization: 'Token {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['DEEPGRAM_API_KEY={hex:40}', 'deepgram: { apiKey: "{hex:40}" }'],
        no: ['DEEPGRAM_PROJECT_ID={uuid}', 'DEEPGRAM_API_KEY={hex:32}', 'deepgram-sdk#{hex:40}'],
      },
    },
  ],
});
