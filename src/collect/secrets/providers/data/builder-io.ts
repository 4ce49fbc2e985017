import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'builder-io',
  name: 'Builder.io',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://builder.io/account/space' },
  rules: [
    {
      id: 'builder-io-private-key',
      name: 'Builder.io private key',
      anchors: ['bpk-'],
      pattern: /\b(bpk-[0-9a-f]{32})(?![0-9a-zA-Z])/,
      power: 'data',
      impact: 'Create, change or delete the content of the space.',
      samples: {
        yes: ['BUILDER_PRIVATE_KEY=bpk-{hex:32}', 'Authorization: Bearer bpk-{hex:32}'],
        no: ['BUILDER_PRIVATE_KEY=bpk-your-private-key', 'bpk-{hex:12}'],
      },
    },
  ],
});
