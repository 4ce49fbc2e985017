import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'liveblocks',
  name: 'Liveblocks',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://liveblocks.io/dashboard' },
  rules: [
    {
      id: 'liveblocks-secret-key',
      name: 'Liveblocks secret key',
      anchors: ['sk_prod_'],
      pattern: /\b(sk_prod_[A-Za-z0-9_-]{60,90})(?![\w-])/,
      power: 'data',
      impact: 'Read and change every shared document and comment.',
      samples: {
        yes: ['LIVEBLOCKS_SECRET_KEY=sk_prod_{base64url:70}', "secret: 'sk_prod_{alnum:64}'"],
        no: ['sk_prod_xxxxxxxx'],
      },
    },
    {
      id: 'liveblocks-dev-key',
      name: 'Liveblocks development key',
      anchors: ['liveblocks'],
      pattern: assigned('liveblocks', '', 'sk_dev_[A-Za-z0-9_-]{60,90}'),
      identifiedBy: 'context',
      power: 'limited',
      testMode: true,
      impact: 'Read and change the documents of the development project.',
      samples: {
        yes: ['LIVEBLOCKS_SECRET_KEY=sk_dev_{alnum:64}', "liveblocksSecretKey: 'sk_dev_{alnum:64}'"],
        no: ['LIVEBLOCKS_SECRET_KEY=your_liveblocks_secret_key', 'checksum = "sk_dev_{alnum:64}"'],
      },
    },
    {
      id: 'liveblocks-public-key',
      name: 'Liveblocks public key',
      anchors: ['liveblocks'],
      pattern: assigned('liveblocks', '', 'pk_(?:prod|dev)_[A-Za-z0-9_-]{60,90}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'your rooms hold nothing private: with this key anybody can enter any of them',
      power: 'limited',
      impact: 'Join rooms without signing in.',
      samples: {
        yes: ['NEXT_PUBLIC_LIVEBLOCKS_KEY=pk_prod_{alnum:64}', "nextPublicLiveblocksKey: 'pk_prod_{alnum:64}'"],
        no: ['NEXT_PUBLIC_LIVEBLOCKS_KEY=your_next_public_liveblocks_key', 'checksum = "pk_prod_{alnum:64}"'],
      },
    },
  ],
});
