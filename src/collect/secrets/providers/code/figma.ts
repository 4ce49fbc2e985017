import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'figma',
  name: 'Figma',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://www.figma.com/settings',
    notes: ['Settings, Security, Personal access tokens.'],
  },
  rules: [
    {
      id: 'figma-personal-access-token',
      name: 'Figma personal access token',
      anchors: ['figd_'],
      pattern: /\b(figd_[A-Za-z0-9_-]{38,44})(?![\w-])/,
      power: 'data',
      impact: 'Read every design file the person can see.',
      verify: { url: 'https://api.figma.com/v1/me', headers: { 'x-figma-token': '{secret}' }, live: [200], dead: [] },
      samples: {
        yes: ['FIGMA_TOKEN=figd_{base64url:40}', '"X-Figma-Token": "figd_{alnum:40}"'],
        no: ['figd_your_token', 'figd_{alnum:8}'],
      },
    },
    {
      id: 'figma-legacy-token',
      name: 'Figma token (older form)',
      anchors: ['figma'],
      pattern: assigned('figma', 'token', '\\d{4,8}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every design file the person can see.',
      samples: {
        yes: ['FIGMA_TOKEN={digit:5}-{uuid}', "figmaToken: '{digit:5}-{uuid}'"],
        no: ['FIGMA_TOKEN=your_figma_token', 'checksum = "{digit:5}-{uuid}"'],
      },
    },
  ],
});
