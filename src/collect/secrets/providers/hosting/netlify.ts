import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'netlify',
  name: 'Netlify',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.netlify.com/user/applications#personal-access-tokens',
  },
  rules: [
    {
      id: 'netlify-token',
      name: 'Netlify access token',
      anchors: ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'],
      pattern: /\b(nf[pcobu]_[0-9A-Za-z]{36})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.netlify.com/api/v1/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NETLIFY_AUTH_TOKEN=nfp_{alnum:36}', 'netlify deploy --auth=nfp_{alnum:36}'],
        no: ['nfp_xxx', 'nfp_{alnum:12}'],
      },
    },
    {
      id: 'netlify-legacy-token',
      name: 'Netlify access token',
      anchors: ['netlify'],
      pattern: assigned('netlify', KEY, String.raw`[\w-]{43,46}`),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.netlify.com/api/v1/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['NETLIFY_AUTH_TOKEN={base64url:42}a', 'netlifyToken: "{alnum:43}"'],
        no: ['NETLIFY_SITE_ID={uuid}', 'NETLIFY_AUTH_TOKEN=your-token'],
      },
    },
    {
      id: 'netlify-build-hook',
      name: 'Netlify build hook',
      anchors: ['netlify.com/build_hooks/'],
      pattern: /(https:\/\/api\.netlify\.com\/build_hooks\/[0-9a-f]{24})(?![\w-])/,
      power: 'limited',
      impact: 'Start builds of your own code as often as they like, on your build minutes.',
      samples: {
        yes: [
          'BUILD_HOOK=https://api.netlify.com/build_hooks/{hex:24}',
          '"https://api.netlify.com/build_hooks/{hex:24}"',
        ],
        no: ['https://api.netlify.com/build_hooks/xxx', 'https://api.netlify.com/build_hooks/{hex:8}'],
      },
    },
  ],
});
