import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'clojars',
  name: 'Clojars',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://clojars.org/tokens' },
  rules: [
    {
      id: 'clojars-deploy-token',
      name: 'Clojars deploy token',
      anchors: ['CLOJARS_'],
      pattern: /\b(CLOJARS_[0-9a-z]{60})(?![\w-])/i,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your libraries.',
      samples: {
        yes: ['CLOJARS_PASSWORD=CLOJARS_{hex:60}', ':password "CLOJARS_{hex:60}"'],
        no: ['CLOJARS_USERNAME=acme', 'CLOJARS_{hex:10}'],
      },
    },
  ],
});
