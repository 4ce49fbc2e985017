import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'magic',
  name: 'Magic',
  category: 'auth',
  rotation: {
    kind: 'grace',
    at: 'https://dashboard.magic.link/',
    notes: ['Rolling the secret key lets you choose how long the old one lives.'],
  },
  rules: [
    {
      id: 'magic-secret-key',
      name: 'Magic secret key',
      anchors: ['sk_live_'],
      pattern: /\b(sk_live_(?=\d{0,15}[A-F])(?=[A-F]{0,15}\d)[0-9A-F]{16})(?![0-9A-Za-z])/,
      power: 'identity',
      impact: "Read every user's details and sign them out.",
      samples: {
        yes: ['MAGIC_SECRET_KEY=sk_live_{HEX:16}', "new Magic('sk_live_{HEX:16}')"],
        no: ['MAGIC_SECRET_KEY=sk_live_...', 'sk_live_{alnum:24}', 'sk_live_{HEX:32}'],
      },
    },
    {
      id: 'magic-publishable-key',
      name: 'Magic publishable key',
      anchors: ['pk_live_'],
      pattern: /\b(pk_live_(?=\d{0,15}[A-F])(?=[A-F]{0,15}\d)[0-9A-F]{16})(?![0-9A-Za-z])/,
      verdict: 'public',
      publicIf: 'your own sites are the only allowed domains',
      power: 'limited',
      impact: 'Nothing by itself: it is made to stand in a browser.',
      samples: {
        yes: ['NEXT_PUBLIC_MAGIC_PUBLISHABLE_KEY=pk_live_{HEX:16}', "new Magic('pk_live_{HEX:16}')"],
        no: ['pk_live_...', 'pk_live_{alnum:24}'],
      },
    },
  ],
});
