import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'fal',
  name: 'fal',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://fal.ai/dashboard/keys',
  },
  rules: [
    {
      id: 'fal-api-key',
      name: 'fal key',
      anchors: ['fal_key', 'fal_api', 'fal_ai', 'fal.config', 'fal-ai', 'fal.ai', 'fal.run', 'falkey', 'falai'],
      pattern:
        /\bfal(?:[_.-]|ai|key|\b)[\s\S]{0,100}?["'\x60=: ]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}:[0-9a-f]{32})(?![\w-])/i,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['FAL_KEY={uuid}:{hex:32}', 'fal.config({ credentials: "{uuid}:{hex:32}" })', 'FAL_KEY="{uuid}:{hex:32}"'],
        no: ['FAL_KEY=your-key', 'FAL_KEY={uuid}', 'default: {uuid}:{hex:12}'],
      },
    },
  ],
});
