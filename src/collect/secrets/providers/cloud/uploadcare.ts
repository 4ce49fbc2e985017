import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'uploadcare',
  name: 'Uploadcare',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://app.uploadcare.com',
  },
  rules: [
    {
      id: 'uploadcare-secret-key',
      name: 'Uploadcare secret key',
      anchors: ['uploadcare'],
      pattern: assigned('uploadcare', '(?:secret|private)(?:_?key)?', '[0-9a-f]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, list and delete every upload of your users.',
      samples: {
        yes: ['UPLOADCARE_SECRET_KEY={hex:20}', 'uploadcare: { secretKey: "{hex:20}" }'],
        no: ['UPLOADCARE_PUBLIC_KEY={hex:20}', 'UPLOADCARE_SECRET_KEY=secret'],
      },
    },
  ],
});
