import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'raygun',
  name: 'Raygun',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://app.raygun.com/' },
  rules: [
    {
      id: 'raygun-api-key',
      name: 'Raygun API key',
      anchors: ['raygun'],
      pattern: assigned('raygun', KEY, '[A-Za-z0-9+/]{22}==|[A-Za-z0-9]{22,24}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Send made-up errors; it reads nothing.',
      samples: {
        yes: ['RAYGUN_API_KEY={alnum:22}', "raygunApiKey: '{alnum:22}'"],
        no: ['RAYGUN_API_KEY=your_raygun_api_key', 'checksum = "{alnum:22}"'],
      },
    },
  ],
});
