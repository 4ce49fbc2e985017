import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coolify',
  name: 'Coolify',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.coolify.io/security/api-tokens',
  },
  rules: [
    {
      id: 'coolify-api-token',
      name: 'Coolify API token',
      anchors: ['coolify'],
      pattern: assigned('coolify', 'token', String.raw`\d{1,6}\|[0-9A-Za-z]{40,56}`),
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      samples: {
        yes: ['COOLIFY_TOKEN="3|{alnum:48}"', 'COOLIFY_API_TOKEN=12|{alnum:48}'],
        no: ['COOLIFY_TOKEN=token', 'COOLIFY_TOKEN=3|short'],
      },
    },
  ],
});
