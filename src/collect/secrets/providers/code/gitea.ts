import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gitea',
  name: 'Gitea and Forgejo',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://docs.gitea.com/development/api-usage',
    notes: ['The server is your own: Settings, Applications. On Codeberg: codeberg.org/user/settings/applications.'],
  },
  rules: [
    {
      id: 'gitea-access-token',
      name: 'Gitea access token',
      anchors: ['gitea', 'forgejo', 'codeberg', 'gogs'],
      pattern: assigned('(?:gitea|forgejo|codeberg|gogs)', 'token|key|secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and push to every repository the person can reach.',
      samples: {
        yes: ['GITEA_TOKEN={hex:40}', "giteaToken: '{hex:40}'"],
        no: [
          'GITEA_TOKEN=your_gitea_token',
          'checksum = "{hex:40}"',
          'GITEA_TOKEN={hex:43}',
          'gitea/gitea@{hex:40}',
          'gitea commit: {hex:40}',
        ],
      },
    },
  ],
});
