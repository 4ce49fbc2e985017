import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'imagekit',
  name: 'ImageKit',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://imagekit.io/dashboard/developer/api-keys',
  },
  rules: [
    {
      id: 'imagekit-private-key',
      name: 'ImageKit private key',
      anchors: afterDelimiter('private_'),
      pattern: /(?<![\w.-])(private_[0-9A-Za-z+/]{27}=)(?![0-9A-Za-z+/=])/,
      power: 'data',
      impact: 'Read, replace and delete every upload of your users.',
      verify: { url: 'https://api.imagekit.io/v1/files?limit=1', basic: '{secret}:', live: [200], dead: [401, 403] },
      samples: {
        yes: ['IMAGEKIT_PRIVATE_KEY=private_{base64:27}=', 'privateKey: "private_{base64:27}="'],
        no: ['IMAGEKIT_PRIVATE_KEY=private_your_key', ' private_key_id', '"private_{alnum:8}="'],
      },
    },
    {
      id: 'imagekit-public-key',
      name: 'ImageKit public key',
      anchors: afterDelimiter('public_'),
      pattern: /(?<![\w.-])(public_[0-9A-Za-z+/]{27}=)(?![0-9A-Za-z+/=])/,
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: it is made to stand in a browser.',
      samples: {
        yes: ['IMAGEKIT_PUBLIC_KEY=public_{base64:27}=', 'publicKey: "public_{base64:27}="'],
        no: ['"public_key"', 'IMAGEKIT_PUBLIC_KEY=public_{alnum:5}='],
      },
    },
  ],
});
