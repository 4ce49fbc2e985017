import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'arcjet',
  name: 'Arcjet',
  category: 'auth',
  rotation: { kind: 'instant', at: 'https://app.arcjet.com/' },
  rules: [
    {
      id: 'arcjet-key',
      name: 'Arcjet key',
      anchors: ['ajkey_'],
      pattern: /\b(ajkey_[0-9a-z]{26})(?![0-9a-zA-Z_])/,
      power: 'limited',
      impact: 'Ask for protection decisions at your cost and fill your dashboard with noise.',
      samples: {
        yes: ['ARCJET_KEY=ajkey_{lower:26}', 'key: "ajkey_{lower:26}"'],
        no: ['ARCJET_KEY=ajkey_yourkey', 'ajkey_{lower:10}'],
      },
    },
  ],
});
