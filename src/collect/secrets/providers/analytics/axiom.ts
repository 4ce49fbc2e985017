import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'axiom',
  name: 'Axiom',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.axiom.co/settings/api-tokens' },
  rules: [
    {
      id: 'axiom-api-token',
      name: 'Axiom API token',
      anchors: ['xaat-', 'xapt-'],
      pattern: /\b(xa(?:at|pt)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![\w-])/,
      power: 'data',
      impact: 'Send or read logs; a personal token does whatever the person may do.',
      verify: {
        url: 'https://api.axiom.co/v2/datasets',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['AXIOM_TOKEN=xaat-{uuid}', "token: 'xapt-{uuid}'"], no: ['xaat-your-token', 'xaat-{hex:8}'] },
    },
  ],
});
