import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'canva',
  name: 'Canva',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.canva.com/developers/integrations' },
  rules: [
    {
      id: 'canva-client-secret',
      name: 'Canva client secret',
      anchors: ['cnvca'],
      pattern: /\b(cnvca[A-Za-z0-9_-]{51})(?![\w-])/,
      power: 'data',
      impact: 'Act as your Canva integration.',
      samples: { yes: ['CANVA_CLIENT_SECRET=cnvca{base64url:50}x', '"cnvca{alnum:51}"'], no: ['cnvca_short'] },
    },
  ],
});
