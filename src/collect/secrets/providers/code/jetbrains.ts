import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jetbrains',
  name: 'JetBrains (YouTrack, TeamCity, Hub)',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://www.jetbrains.com/help/youtrack/cloud/manage-permanent-token.html' },
  rules: [
    {
      id: 'jetbrains-permanent-token',
      name: 'JetBrains permanent token',
      anchors: ['perm:', 'perm-'],
      pattern: /(?<![\w-])(perm[:-][A-Za-z0-9_=-]{4,80}\.[A-Za-z0-9_=-]{4,80}\.[A-Za-z0-9]{30})(?![\w-])/,
      power: 'data',
      impact: 'Act as the person: read issues and articles, or start builds.',
      samples: {
        yes: ['YOUTRACK_TOKEN=perm:{alnum:8}.{alnum:12}.{alnum:30}', '"Bearer perm-{alnum:12}=.{alnum:8}.{alnum:30}"'],
        no: ['perm: read.write.admin', 'perm-{alnum:8}'],
      },
    },
  ],
});
