import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'prefect',
  name: 'Prefect',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.prefect.cloud/my/api-keys' },
  rules: [
    {
      id: 'prefect-api-key',
      name: 'Prefect API key',
      anchors: ['pnu_', 'pnb_'],
      pattern: /\b(pn[ub]_[A-Za-z0-9]{36})(?![\w-])/,
      power: 'infrastructure',
      impact: "Run your workflows and read their stored secrets' names.",
      verify: {
        url: 'https://api.prefect.cloud/api/me/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['PREFECT_API_KEY=pnu_{alnum:36}', '"pnb_{alnum:36}"'], no: ['pnu_short'] },
    },
  ],
});
