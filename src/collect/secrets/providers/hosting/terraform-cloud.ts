import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'terraform-cloud',
  name: 'HCP Terraform',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.terraform.io/app/settings/tokens',
    notes: ['The state may hold other secrets: rotate those too if the token was public.'],
  },
  rules: [
    {
      id: 'terraform-cloud-token',
      name: 'HCP Terraform token',
      anchors: ['.atlasv1.'],
      pattern: /(?<![0-9A-Za-z])([0-9A-Za-z]{14}\.atlasv1\.[\w=-]{60,70})(?![\w=-])/,
      power: 'infrastructure',
      impact: 'Read the state of your workspaces with the secrets in it, and run plans with your cloud credentials.',
      verify: {
        url: 'https://app.terraform.io/api/v2/account/details',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'TF_TOKEN_app_terraform_io={alnum:14}.atlasv1.{alnum:67}',
          'token = "{alnum:14}.atlasv1.{base64url:66}a"',
        ],
        no: ['xxxxxxxxxxxxxx.atlasv1.xxxxxxxx', '{alnum:14}.atlasv1.{alnum:10}'],
      },
    },
  ],
});
