import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'upcloud',
  name: 'UpCloud',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://hub.upcloud.com/account/api-tokens',
  },
  rules: [
    {
      id: 'upcloud-api-token',
      name: 'UpCloud API token',
      anchors: ['ucat_'],
      pattern: /\b(ucat_[0-9A-Za-z]{24,32})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Create, read and destroy your servers and databases.',
      verify: {
        url: 'https://api.upcloud.com/1.3/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['UPCLOUD_TOKEN=ucat_{alnum:26}', '"Bearer ucat_{alnum:26}"'],
        no: ['ucat_token', 'ucat_{alnum:8}'],
      },
    },
  ],
});
