import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'crates-io',
  name: 'crates.io',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://crates.io/settings/tokens' },
  rules: [
    {
      id: 'crates-io-credentials-token',
      name: 'crates.io token in credentials',
      anchors: afterDelimiter('cio'),
      pattern: /(?<![\w.-])(cio[A-Za-z0-9]{32})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your crates.',
      samples: {
        yes: ['[registry]\ntoken = "cio{alnum:32}"', "cargo login 'cio{alnum:32}'"],
        no: ['"cio"', '"cio{alnum:10}"'],
      },
    },
  ],
});
