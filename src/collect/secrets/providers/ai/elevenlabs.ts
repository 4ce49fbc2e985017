import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'elevenlabs',
  name: 'ElevenLabs',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://elevenlabs.io/app/settings/api-keys',
    notes: ['Restrict the new key to the endpoints and the credits that the app uses.'],
  },
  rules: [
    {
      id: 'elevenlabs-api-key',
      name: 'ElevenLabs API key',
      anchors: ['elevenlabs', 'eleven_labs', 'eleven_api', 'xi-api-key', 'xi_api_key', 'xiapikey'],
      pattern: assigned('eleven[_-]?labs|eleven_(?=api)|xi[_-]?(?=api)', KEY, 'sk_[0-9a-f]{48}'),
      power: 'spend',
      impact: 'Spend your voice credits, and use the voices you cloned.',
      verify: {
        url: 'https://api.elevenlabs.io/v1/user',
        headers: { 'xi-api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: [
          'ELEVENLABS_API_KEY=sk_{hex:48}',
          '"xi-api-key": "sk_{hex:48}"',
          'new ElevenLabsClient({ apiKey: "sk_{hex:48}" })',
        ],
        no: ['ELEVENLABS_API_KEY=sk_your_key', 'ELEVENLABS_VOICE_ID={alnum:20}', 'ELEVENLABS_API_KEY=ak_{hex:48}'],
      },
    },
    {
      id: 'elevenlabs-legacy-key',
      name: 'ElevenLabs API key',
      anchors: ['elevenlabs', 'eleven_labs', 'eleven_api', 'xi-api-key', 'xi_api_key', 'xiapikey'],
      pattern: assigned('eleven[_-]?labs|eleven_(?=api)|xi[_-]?(?=api)', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Spend your voice credits, and use the voices you cloned.',
      verify: {
        url: 'https://api.elevenlabs.io/v1/user',
        headers: { 'xi-api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['ELEVENLABS_API_KEY={hex:32}', '"xi-api-key": "{hex:32}"'],
        no: ['ELEVENLABS_API_KEY=your-key', 'ELEVENLABS_VOICE={hex:32}'],
      },
    },
  ],
});
