import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'codecov',
  name: 'Codecov',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://app.codecov.io/' },
  rules: [
    {
      id: 'codecov-upload-token',
      name: 'Codecov upload token',
      anchors: ['codecov'],
      pattern: assigned('codecov', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Upload made-up coverage reports.',
      samples: {
        yes: ['CODECOV_TOKEN={uuid}', "codecovToken: '{uuid}'"],
        no: ['CODECOV_TOKEN=your_codecov_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
