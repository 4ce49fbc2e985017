import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'supertokens',
  name: 'SuperTokens',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://supertokens.com/dashboard-saas' },
  rules: [
    {
      id: 'supertokens-api-key',
      name: 'SuperTokens core API key',
      anchors: ['supertokens', 'super_tokens'],
      pattern: assigned('super_?tokens', 'key|secret', '[A-Za-z0-9=-]{20,64}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Read every user and make a session for any of them.',
      samples: {
        yes: [
          'SUPERTOKENS_API_KEY={alnum:30}',
          "supertokens: { connectionURI: 'https://st-dev-x.aws.supertokens.io', apiKey: '{alnum:30}' }",
        ],
        no: ['SUPERTOKENS_API_KEY=your-api-key', 'API_KEY={alnum:30}', 'SUPERTOKENS_APP_NAME=shop'],
      },
    },
  ],
});
