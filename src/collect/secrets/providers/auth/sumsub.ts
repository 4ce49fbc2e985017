import { defineProvider } from '../../define-provider.ts';
import { named } from '../data/shared/named.ts';

export default defineProvider({
  id: 'sumsub',
  name: 'Sumsub',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://cockpit.sumsub.com/checkus/devSpace/appTokens' },
  rules: [
    {
      id: 'sumsub-app-token',
      name: 'Sumsub app token',
      anchors: ['prd:'],
      pattern: /(?<![A-Za-z0-9])(prd:[A-Za-z0-9]{24}\.[A-Za-z0-9]{32})(?![A-Za-z0-9])/,
      power: 'data',
      impact: 'With its secret: read the identity documents and selfies of everybody you verified.',
      pairsWith: ['sumsub-secret-key'],
      samples: {
        yes: ['SUMSUB_APP_TOKEN=prd:{alnum:24}.{alnum:32}', '"X-App-Token": "prd:{alnum:24}.{alnum:32}"'],
        no: ['SUMSUB_APP_TOKEN=prd:your_token', 'prd:{alnum:8}.{alnum:32}'],
      },
    },
    {
      id: 'sumsub-secret-key',
      name: 'Sumsub secret key',
      anchors: ['sumsub'],
      pattern: named('sumsub', 'secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the app token: read the identity documents of everybody you verified, or forge their results.',
      pairsWith: ['sumsub-app-token'],
      samples: {
        yes: ['SUMSUB_SECRET_KEY={alnum:32}', 'sumsub: { appToken: "x", secretKey: "{alnum:32}" }'],
        no: ['SUMSUB_SECRET_KEY=your_secret_key', 'SECRET_KEY={alnum:32}'],
      },
    },
    {
      id: 'sumsub-sandbox-token',
      name: 'Sumsub sandbox app token',
      anchors: ['sbx:'],
      pattern: /(?<![A-Za-z0-9])(sbx:[A-Za-z0-9]{24}\.[A-Za-z0-9]{32})(?![A-Za-z0-9])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox.',
      samples: { yes: ['SUMSUB_APP_TOKEN=sbx:{alnum:24}.{alnum:32}', "'sbx:{alnum:24}.{alnum:32}'"], no: ['sbx:your_token', 'sbx:{alnum:9}.{alnum:32}'] },
    },
  ],
});
