import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'github',
  name: 'GitHub',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://github.com/settings/tokens',
    notes: ['Look at the security log of the account for what the token did before you revoke it.'],
  },
  rules: [
    {
      id: 'github-personal-access-token',
      name: 'GitHub personal access token',
      anchors: ['ghp_'],
      pattern: /\b(ghp_[0-9a-zA-Z]{36})(?![0-9a-zA-Z_])/,
      power: 'infrastructure',
      impact: 'Read and push to every repository the person can reach, and so change what you deploy.',
      checksum: 'github',
      verify: {
        url: 'https://api.github.com/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'GITHUB_TOKEN=ghp_{alnum:36}',
          '"token": "ghp_{alnum:36}"',
          'https://ghp_{alnum:36}@github.com/acme/app.git',
        ],
        no: ['ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'ghp_{alnum:20}', 'ghp_{alnum:48}'],
      },
    },
    {
      id: 'github-fine-grained-token',
      name: 'GitHub fine-grained token',
      anchors: ['github_pat_'],
      pattern: /\b(github_pat_[0-9a-zA-Z]{22}_[0-9a-zA-Z]{59})(?![0-9a-zA-Z_])/,
      power: 'infrastructure',
      impact: 'Read or push to the repositories it was made for.',
      verify: {
        url: 'https://api.github.com/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GH_TOKEN=github_pat_{alnum:22}_{alnum:59}', "token: 'github_pat_{alnum:22}_{alnum:59}'"],
        no: ['github_pat_11ABCDEF_xxx', 'github_pat_{alnum:22}'],
      },
    },
    {
      id: 'github-oauth-token',
      name: 'GitHub OAuth access token',
      anchors: ['gho_'],
      pattern: /\b(gho_[0-9a-zA-Z]{36})(?![0-9a-zA-Z_])/,
      power: 'infrastructure',
      impact:
        'Act as the person who signed in, as far as the app was allowed: often read and push to every repository.',
      checksum: 'github',
      verify: {
        url: 'https://api.github.com/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['token=gho_{alnum:36}', '"access_token":"gho_{alnum:36}"'],
        no: ['gho_short', 'gho_{alnum:44}'],
      },
    },
    {
      id: 'github-app-token',
      name: 'GitHub app token',
      anchors: ['ghu_', 'ghs_'],
      pattern: /\b(gh[us]_[0-9a-zA-Z]{36})(?![0-9a-zA-Z_.])/,
      power: 'infrastructure',
      impact:
        'Act as your GitHub app or Actions job until it ends: installation tokens live an hour, user tokens eight.',
      checksum: 'github',
      verify: {
        url: 'https://api.github.com/rate_limit',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GITHUB_TOKEN=ghs_{alnum:36}', 'Authorization: token ghu_{alnum:36}'],
        no: ['ghs_short', 'ghu_{alnum:44}'],
      },
    },
    {
      id: 'github-refresh-token',
      name: 'GitHub app refresh token',
      anchors: ['ghr_'],
      pattern: /\b(ghr_[0-9a-zA-Z]{36,76})(?![0-9a-zA-Z_])/,
      power: 'infrastructure',
      impact: "With the app's secret, keep getting new tokens for the person for six months.",
      checksum: 'github',
      samples: { yes: ['"refresh_token": "ghr_{alnum:76}"', 'ghr_{alnum:36}'], no: ['ghr_short', 'ghr_{alnum:12}'] },
    },
    {
      id: 'github-oauth-client-secret',
      name: 'GitHub OAuth client secret',
      anchors: [
        'github_secret',
        'githubsecret',
        'github_client',
        'githubclient',
        'github-client',
        'github.client',
        'github_oauth',
        'githuboauth',
        'github_app',
        'githubapp',
        'gh_client',
        'gh_oauth',
      ],
      pattern: assigned('github|(?<![a-z])gh(?=[_.-]?(?:client|oauth|app|secret))', 'secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish GitHub sign-ins in the name of your app.',
      samples: {
        yes: ['GITHUB_CLIENT_SECRET={hex:40}', "githubClientSecret: '{hex:40}'"],
        no: [
          'GITHUB_CLIENT_SECRET=your_github_client_secret',
          'checksum = "{hex:40}"',
          'GITHUB_CLIENT_SECRET={hex:43}',
        ],
      },
    },
    {
      id: 'github-classic-token',
      name: 'GitHub token (older form)',
      anchors: ['github_token', 'github_pat', 'github_api', 'githubtoken', 'gh_token', 'github_access', 'github_key'],
      pattern: assigned(
        'github|(?<![a-z])gh(?=[_.-]?(?:token|pat|key|access|api))',
        'token|pat|api[_.-]?key|access[_.-]?key',
        '[0-9a-f]{40}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Read and push to every repository the person can reach.',
      verify: {
        url: 'https://api.github.com/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['GITHUB_TOKEN={hex:40}', "githubToken: '{hex:40}'"],
        no: ['GITHUB_TOKEN=your_github_token', 'checksum = "{hex:40}"', 'GITHUB_TOKEN={hex:43}'],
      },
    },
  ],
});
