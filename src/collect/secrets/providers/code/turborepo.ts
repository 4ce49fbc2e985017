import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'turborepo',
  name: 'Turborepo remote cache',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://vercel.com/account/settings/tokens' },
  rules: [
    {
      id: 'turborepo-token',
      name: 'Turborepo cache token',
      anchors: ['turbo_token', 'turbotoken', 'turbo_remote_cache'],
      pattern: assigned(
        'turbo(?=[_.-]?(?:token|remote))', 'token|key',
        '[A-Za-z0-9]{24}|[A-Za-z0-9+/=_-]{32,64}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Put poisoned build results into the cache; if it is a Vercel token, deploy your site too.',
      samples: {
        yes: ['TURBO_TOKEN={alnum:24}', "turboToken: '{alnum:24}'"],
        no: ['TURBO_TOKEN=your_turbo_token', 'checksum = "{alnum:24}"'],
      },
    },
  ],
});
