import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sourcegraph',
  name: 'Sourcegraph',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://sourcegraph.com/user/settings/tokens' },
  rules: [
    {
      id: 'sourcegraph-access-token',
      name: 'Sourcegraph access token',
      anchors: ['sgp_', 'slk_'],
      pattern: /\b(sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40}|slk_[0-9a-f]{64})(?![\w-])/,
      power: 'data',
      impact: 'Search all code that your Sourcegraph knows.',
      samples: {
        yes: ['SRC_ACCESS_TOKEN=sgp_{hex:16}_{hex:40}', '"token sgp_local_{hex:40}"', 'sgp_{hex:40}'],
        no: ['sgp_short', 'sgp_{alnum:64}'],
      },
    },
  ],
});
