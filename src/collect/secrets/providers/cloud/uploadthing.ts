import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'uploadthing',
  name: 'UploadThing',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://uploadthing.com/dashboard',
  },
  rules: [
    {
      id: 'uploadthing-token',
      name: 'UploadThing token',
      anchors: ['eyJhcGlLZXkiOiJza19'],
      pattern: /(?<![\w+/.-])(eyJhcGlLZXkiOiJza19[0-9A-Za-z+/_-]{80,400}={0,2})(?![\w+/=.-])/,
      reach: [4, 460],
      power: 'data',
      impact: 'Read, list and delete every upload of your users, and add others.',
      samples: {
        yes: [
          'UPLOADTHING_TOKEN=eyJhcGlLZXkiOiJza19{base64:160}',
          "UPLOADTHING_TOKEN='eyJhcGlLZXkiOiJza19{base64:158}=='",
        ],
        no: ['UPLOADTHING_TOKEN=your-token', 'eyJhcGlLZXkiOiJza19{alnum:12}'],
      },
    },
    {
      id: 'uploadthing-secret',
      name: 'UploadThing secret key',
      anchors: ['uploadthing'],
      pattern: assigned('uploadthing', KEY, 'sk_live_[0-9a-f]{64}'),
      power: 'data',
      impact: 'Read, list and delete every upload of your users, and add others.',
      samples: {
        yes: ['UPLOADTHING_SECRET=sk_live_{hex:64}', 'new UTApi(); uploadthing: { apiKey: "sk_live_{hex:64}" }'],
        no: ['UPLOADTHING_SECRET=sk_live_xxx', 'UPLOADTHING_APP_ID={lower:10}'],
      },
    },
  ],
});
