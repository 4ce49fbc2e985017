import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'heygen',
  name: 'HeyGen',
  category: 'ai',
  rotation: {
    kind: 'instant',
    at: 'https://app.heygen.com/settings?nav=API',
    notes: ['Making a new key ends the old one at once.'],
  },
  rules: [
    {
      id: 'heygen-api-key',
      name: 'HeyGen API key',
      anchors: ['sk_V2_hg'],
      pattern: /\b(sk_V2_hg[a-z]{1,2}_[\w-]{24,80})(?![\w-])/,
      power: 'spend',
      impact: 'Make videos on your plan, with your avatars.',
      verify: {
        url: 'https://api.heygen.com/v2/user/remaining_quota',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['HEYGEN_API_KEY=sk_V2_hgu_{alnum:42}', '"X-Api-Key": "sk_V2_hgu_{alnum:42}"'],
        no: ['sk_V2_hgu_', 'HEYGEN_API_KEY=your-api-key-here'],
      },
    },
    {
      id: 'heygen-legacy-key',
      name: 'HeyGen API key',
      anchors: ['heygen'],
      pattern: assigned('heygen', KEY, '[0-9A-Za-z+/]{40,64}={1,2}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Make videos on your plan, with your avatars.',
      verify: {
        url: 'https://api.heygen.com/v2/user/remaining_quota',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['HEYGEN_API_KEY={base64:55}=', 'heygen: { apiKey: "{base64:46}==" }'],
        no: ['HEYGEN_API_KEY=your-api-key-here', 'HEYGEN_AVATAR={hex:32}'],
      },
    },
  ],
});
