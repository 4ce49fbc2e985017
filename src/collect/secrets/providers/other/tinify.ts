import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tinify',
  name: 'Tinify (TinyPNG)',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://tinify.com/dashboard/api' },
  rules: [
    {
      id: 'tinify-api-key',
      name: 'Tinify API key',
      anchors: ['tinify', 'tinypng'],
      pattern: assigned('tinify|tinypng', KEY, '[A-Za-z0-9_-]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use your credits.',
      samples: {
        yes: ['TINIFY_API_KEY={alnum:32}', "tinifyApiKey: '{alnum:32}'"],
        no: ['TINIFY_API_KEY=your_tinify_api_key', 'checksum = "{alnum:32}"', 'TINIFY_API_KEY={alnum:35}'],
      },
    },
  ],
});
