import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'builder-io',
  name: 'Builder.io',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://builder.io/account/organization' },
  rules: [
    {
      id: 'builder-io-private-key',
      name: 'Builder.io private key',
      anchors: ['bpk-'],
      pattern: /(?<![\w-])(bpk-[0-9a-f]{32})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Change what your pages say.',
      samples: { yes: ['BUILDER_PRIVATE_KEY=bpk-{hex:32}', '"bpk-{hex:32}"'], no: ['bpk-short'] },
    },
  ],
});
