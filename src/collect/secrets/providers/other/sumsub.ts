import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sumsub',
  name: 'Sumsub',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://cockpit.sumsub.com/checkus/devSpace/appTokens' },
  rules: [
    {
      id: 'sumsub-app-token',
      name: 'Sumsub app token',
      anchors: ['sumsub'],
      pattern: assigned('sumsub', '', 'prd:[A-Za-z0-9]{24}\\.[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With its secret, read the identity documents of everybody you checked.',
      pairsWith: ['sumsub-secret-key'],
      samples: {
        yes: ['SUMSUB_APP_TOKEN=prd:{alnum:24}.{alnum:32}', "sumsubAppToken: 'prd:{alnum:24}.{alnum:32}'"],
        no: ['SUMSUB_APP_TOKEN=your_sumsub_app_token', 'checksum = "prd:{alnum:24}.{alnum:32}"'],
      },
    },
    {
      id: 'sumsub-secret-key',
      name: 'Sumsub secret key',
      anchors: ['sumsub'],
      pattern: assigned('sumsub', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the app token, read the identity documents of everybody you checked.',
      samples: {
        yes: ['SUMSUB_SECRET_KEY={alnum:32}', "sumsubSecretKey: '{alnum:32}'"],
        no: ['SUMSUB_SECRET_KEY=your_sumsub_secret_key', 'checksum = "{alnum:32}"', 'SUMSUB_SECRET_KEY={alnum:35}'],
      },
    },
  ],
});
