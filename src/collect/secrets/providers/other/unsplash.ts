import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'unsplash',
  name: 'Unsplash',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://unsplash.com/oauth/applications' },
  rules: [
    {
      id: 'unsplash-access-key',
      name: 'Unsplash access key',
      anchors: ['unsplash'],
      pattern: assigned('unsplash', '(?<!secret_?)key|id|client(?!_?secret)|token', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search photos on your quota.',
      verify: {
        url: 'https://api.unsplash.com/photos?per_page=1',
        headers: { authorization: 'Client-ID {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['UNSPLASH_ACCESS_KEY={base64url:42}x', "unsplashAccessKey: '{base64url:42}x'"],
        no: ['UNSPLASH_ACCESS_KEY=your_unsplash_access_key', 'checksum = "{base64url:42}x"'],
      },
    },
    {
      id: 'unsplash-secret-key',
      name: 'Unsplash secret key',
      anchors: ['unsplash'],
      pattern: assigned('unsplash', 'secret', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Finish Unsplash sign-ins in the name of your app.',
      samples: {
        yes: ['UNSPLASH_SECRET_KEY={alnum:43}', "unsplashSecretKey: '{alnum:43}'"],
        no: [
          'UNSPLASH_SECRET_KEY=your_unsplash_secret_key',
          'checksum = "{alnum:43}"',
          'UNSPLASH_SECRET_KEY={alnum:46}',
        ],
      },
    },
    {
      id: 'unsplash-url-key',
      name: 'Unsplash access key in an address',
      anchors: ['api.unsplash.com'],
      pattern: /api\.unsplash\.com[^\s"'`<>]{0,160}?[?&](?:amp;)?client_id=([A-Za-z0-9_-]{43})(?![\w-])/i,
      power: 'limited',
      impact: 'Search photos on your quota.',
      samples: {
        yes: [
          'https://api.unsplash.com/x?client_id={alnum:43}',
          'fetch("https://api.unsplash.com/v1/x?q=a&client_id={alnum:43}")',
        ],
        no: ['https://api.unsplash.com/x?client_id=YOUR_KEY', 'https://api.unsplash.com/x?client_id=${KEY}'],
      },
    },
  ],
});
