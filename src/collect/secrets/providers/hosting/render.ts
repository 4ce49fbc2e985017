import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'render',
  name: 'Render',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.render.com/u/settings#api-keys',
  },
  rules: [
    {
      id: 'render-api-key',
      name: 'Render API key',
      anchors: ['rnd_'],
      pattern: /\b(rnd_[0-9A-Za-z]{28,32})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.render.com/v1/owners?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['RENDER_API_KEY=rnd_{alnum:28}', '"Bearer rnd_{alnum:28}"'],
        no: ['rnd_seed', 'rnd_{alnum:10}'],
      },
    },
    {
      id: 'render-deploy-hook',
      name: 'Render deploy hook',
      anchors: ['api.render.com/deploy/'],
      pattern: /(https:\/\/api\.render\.com\/deploy\/srv-[0-9a-z]{16,32}\?key=[\w-]{8,32})(?![\w-])/,
      power: 'limited',
      impact: 'Start deployments of your own code as often as they like.',
      samples: {
        yes: [
          'RENDER_HOOK=https://api.render.com/deploy/srv-{lower:20}?key={alnum:11}',
          'curl "https://api.render.com/deploy/srv-{lower:20}?key={base64url:10}a"',
        ],
        no: ['https://api.render.com/deploy/srv-xxxx?key=yyyy', 'https://api.render.com/v1/services'],
      },
    },
  ],
});
