import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gitguardian',
  name: 'GitGuardian',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://dashboard.gitguardian.com/api/personal-access-tokens' },
  rules: [
    {
      id: 'gitguardian-api-key',
      name: 'GitGuardian API key',
      anchors: ['gitguardian'],
      pattern: assigned('gitguardian', 'key|token', '[0-9A-Za-z]{71}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read the secrets found in your code.',
      verify: {
        url: 'https://api.gitguardian.com/v1/health',
        headers: { authorization: 'Token {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GITGUARDIAN_API_KEY={alnum:71}', "gitguardianApiKey: '{alnum:71}'"],
        no: [
          'GITGUARDIAN_API_KEY=your_gitguardian_api_key',
          'checksum = "{alnum:71}"',
          'GITGUARDIAN_API_KEY={alnum:74}',
        ],
      },
    },
  ],
});
