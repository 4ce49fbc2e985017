import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coveralls',
  name: 'Coveralls',
  category: 'analytics',
  rotation: { kind: 'instant', at: 'https://coveralls.io/' },
  rules: [
    {
      id: 'coveralls-repo-token',
      name: 'Coveralls token',
      anchors: ['coveralls'],
      pattern: assigned('coveralls', 'token', '[A-Za-z0-9]{32,37}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: "Upload made-up coverage reports; a personal token reads your repositories' names.",
      samples: {
        yes: ['COVERALLS_REPO_TOKEN={alnum:33}', "coverallsRepoToken: '{alnum:33}'"],
        no: ['COVERALLS_REPO_TOKEN=your_coveralls_repo_token', 'checksum = "{alnum:33}"'],
      },
    },
  ],
});
