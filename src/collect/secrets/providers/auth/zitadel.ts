import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zitadel',
  name: 'ZITADEL',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://zitadel.com/docs/guides/integrate/service-users/personal-access-token' },
  rules: [
    {
      id: 'zitadel-access-token',
      name: 'ZITADEL personal access token or client secret',
      anchors: ['zitadel'],
      pattern: assigned('zitadel', 'token|\\bpat\\b|_pat|secret', '(?:[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{71})'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Act as the service user: read and change users, organizations and grants.',
      samples: {
        yes: ['ZITADEL_SERVICE_USER_TOKEN={base64url:70}a', 'zitadel: { clientSecret: "{alnum:64}" }'],
        no: ['ZITADEL_TOKEN=your_token', 'TOKEN={base64url:70}a', 'ZITADEL_TOKEN={alnum:10}'],
      },
    },
  ],
});
