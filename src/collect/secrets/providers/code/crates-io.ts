import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'crates-io',
  name: 'crates.io',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://crates.io/settings/tokens' },
  rules: [
    {
      id: 'crates-io-api-token',
      name: 'crates.io API token',
      anchors: [
        'crates_io',
        'crates.io',
        'cratesio',
        'crates-io',
        'cargo_registry',
        'cargoregistry',
        'cargo_token',
        'cargotoken',
      ],
      pattern: assigned('crates[_.-]?io|cargo[_.-]?(?:registry|token)', '', 'cio[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your crates.',
      samples: {
        yes: ['CARGO_REGISTRY_TOKEN=cio{alnum:32}', "cargoRegistryToken: 'cio{alnum:32}'"],
        no: [
          'CARGO_REGISTRY_TOKEN=your_cargo_registry_token',
          'checksum = "cio{alnum:32}"',
          'CARGO_REGISTRY_TOKEN=cio{alnum:35}',
        ],
      },
    },
    {
      id: 'crates-io-credentials-token',
      name: 'crates.io token in credentials',
      anchors: ['"cio', "'cio", '=cio'],
      pattern: /["'=](cio[A-Za-z0-9]{32})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Publish a poisoned version of your crates.',
      samples: {
        yes: ['[registry]\ntoken = "cio{alnum:32}"', "cargo login 'cio{alnum:32}'"],
        no: ['"cio"', '"cio{alnum:10}"'],
      },
    },
  ],
});
