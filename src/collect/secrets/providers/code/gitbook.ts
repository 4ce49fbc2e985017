import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'gitbook',
  name: 'GitBook',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.gitbook.com/account/developer' },
  rules: [
    {
      id: 'gitbook-api-token',
      name: 'GitBook API token',
      anchors: ['gb_api_'],
      pattern: /\b(gb_api_[A-Za-z0-9]{36,48})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Change what your documentation says.',
      verify: {
        url: 'https://api.gitbook.com/v1/user',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['GITBOOK_TOKEN=gb_api_{alnum:40}', '"gb_api_{alnum:40}"'], no: ['gb_api_token'] },
    },
  ],
});
