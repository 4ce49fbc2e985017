import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'convex',
  name: 'Convex',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.convex.dev/',
    notes: ['Deployment settings, Deploy keys: make the new one, put it into your host, delete the old.'],
  },
  rules: [
    {
      id: 'convex-deploy-key',
      name: 'Convex production deploy key',
      anchors: ['prod:'],
      pattern: /\b(prod:[a-z0-9:-]{5,60}\|(?=[a-z+/=_-]{0,40}[A-Z0-9])[A-Za-z0-9+/=_-]{40,200})(?![\w+/=-])/,
      power: 'data',
      impact: "Push code to your production backend, read and change every row, and read the environment's secrets.",
      samples: {
        yes: [
          'CONVEX_DEPLOY_KEY=prod:happy-animal-123|eyJ2MiI6I{alnum:60}=',
          "CONVEX_DEPLOY_KEY='prod:quiet-otter-9|{hex:64}'",
        ],
        no: [
          'CONVEX_DEPLOY_KEY=prod:your-deployment|xxxxx',
          'CONVEX_DEPLOYMENT=prod:happy-animal-123',
          'prod:happy-animal-123|{hex:12}',
        ],
      },
    },
    {
      id: 'convex-project-key',
      name: 'Convex project or team token',
      anchors: ['convex'],
      pattern: assigned('convex', 'key|token', '(?:project|team):[a-z0-9:-]{3,60}\\|[A-Za-z0-9+/=_-]{40,200}'),
      power: 'infrastructure',
      impact: 'Make, change or delete the deployments of the project and push code to them.',
      samples: {
        yes: ['CONVEX_DEPLOY_KEY=project:acme:shop|eyJ2MiI6I{alnum:60}=', "CONVEX_TEAM_TOKEN='team:acme|{alnum:80}'"],
        no: ['CONVEX_DEPLOY_KEY=project:...|...', 'CONVEX_DEPLOY_KEY=project:acme:shop|{alnum:8}'],
      },
    },
    {
      id: 'convex-dev-key',
      name: 'Convex development or preview deploy key',
      anchors: ['convex'],
      pattern: assigned('convex', 'key|token', '(?:dev|preview):[a-z0-9:-]{3,60}\\|[A-Za-z0-9+/=_-]{40,200}'),
      power: 'limited',
      testMode: true,
      impact: 'Push code to and read a development or preview backend, its environment variables included.',
      samples: {
        yes: [
          'CONVEX_DEPLOY_KEY=preview:acme:shop|eyJ2MiI6I{alnum:60}=',
          'CONVEX_DEPLOY_KEY="dev:quiet-otter-9|{alnum:80}"',
        ],
        no: ["CONVEX_DEPLOY_KEY='dev:...|...'", 'CONVEX_DEPLOYMENT=dev:quiet-otter-9 # team: acme'],
      },
    },
    {
      id: 'convex-self-hosted-key',
      name: 'Convex self-hosted admin key',
      anchors: ['convex'],
      pattern: assigned('convex', 'admin[_-]?key', '[a-z0-9-]{4,40}\\|[0-9a-f]{60,180}'),
      power: 'data',
      impact: 'Push code to the backend and read and change every row.',
      samples: {
        yes: [
          'CONVEX_SELF_HOSTED_ADMIN_KEY=convex-self-hosted|01{hex:100}',
          "convex: { adminKey: 'shop-backend|01{hex:80}' }",
        ],
        no: ['CONVEX_SELF_HOSTED_ADMIN_KEY=your-admin-key', 'CONVEX_ADMIN_KEY=shop|{hex:12}'],
      },
    },
  ],
});
