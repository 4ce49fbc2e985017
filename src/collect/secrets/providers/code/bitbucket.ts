import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bitbucket',
  name: 'Bitbucket',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://bitbucket.org/account/settings/app-passwords/',
    notes: ['Bitbucket replaces app passwords with API tokens: id.atlassian.com, Security, API tokens.'],
  },
  rules: [
    {
      id: 'bitbucket-app-password',
      name: 'Bitbucket app password',
      anchors: ['ATBB'],
      pattern: /(?<![\w])(ATBB[A-Za-z0-9]{24,32}[0-9A-F]{8})(?![\w-])/,
      power: 'infrastructure',
      impact: 'With the user name, read and push to every repository the person can reach.',
      samples: {
        yes: [
          'BITBUCKET_APP_PASSWORD=ATBB{alnum:24}{HEX:8}',
          'https://acme:ATBB{alnum:24}{HEX:8}@bitbucket.org/acme/app.git',
        ],
        no: ['ATBBxxxxxxxx', 'ATBB{alnum:8}'],
      },
    },
    {
      id: 'bitbucket-access-token',
      name: 'Bitbucket repository access token',
      anchors: ['ATCTT3xFfG'],
      pattern: /\b(ATCTT3xFfG[A-Za-z0-9_=-]{140,200}=[0-9A-F]{8})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read and push to the repository, project or workspace it was made for.',
      verify: {
        url: 'https://api.bitbucket.org/2.0/repositories?role=member&pagelen=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['BITBUCKET_TOKEN=ATCTT3xFfG{alnum:170}={HEX:8}', '"ATCTT3xFfG{alnum:168}={HEX:8}"'],
        no: ['ATCTT3xFfG{alnum:20}'],
      },
    },
    {
      id: 'bitbucket-oauth-secret',
      name: 'Bitbucket OAuth consumer secret',
      anchors: ['bitbucket'],
      pattern: assigned('bitbucket', 'secret', '[A-Za-z0-9]{32}|[A-Za-z0-9_=-]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Act as your Bitbucket app.',
      samples: {
        yes: ['BITBUCKET_CLIENT_SECRET={alnum:32}', "bitbucketClientSecret: '{alnum:32}'"],
        no: ['BITBUCKET_CLIENT_SECRET=your_bitbucket_client_secret', 'checksum = "{alnum:32}"'],
      },
    },
  ],
});
