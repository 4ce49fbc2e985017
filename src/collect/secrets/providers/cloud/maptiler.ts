import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'maptiler',
  name: 'MapTiler',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.maptiler.com/account/keys/',
  },
  rules: [
    {
      id: 'maptiler-api-key',
      name: 'MapTiler key',
      anchors: ['maptiler'],
      pattern: assigned('maptiler', 'key', '[0-9A-Za-z]{20}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'it is limited to your origins',
      power: 'spend',
      impact: 'Unrestricted, load maps on your bill.',
      samples: {
        yes: ['NEXT_PUBLIC_MAPTILER_KEY={alnum:20}', 'https://api.maptiler.com/maps/streets/style.json?key={alnum:20}'],
        no: ['MAPTILER_KEY=your-key', 'MAPTILER_KEY={alnum:8}'],
      },
    },
  ],
});
