import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'deno-deploy',
  name: 'Deno Deploy',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dash.deno.com/account#access-tokens',
  },
  rules: [
    {
      id: 'deno-deploy-token',
      name: 'Deno Deploy token',
      anchors: ['ddp_', 'ddw_', 'ddo_'],
      pattern: /\b(dd[pwo]_[0-9A-Za-z]{36})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Deploy other code in place of yours, and read the environment variables of every project.',
      verify: {
        url: 'https://api.deno.com/v1/organizations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['DENO_DEPLOY_TOKEN=ddp_{alnum:36}', '--token=ddp_{alnum:36}'],
        no: ['ddp_xxx', 'ddp_{alnum:12}'],
      },
    },
  ],
});
