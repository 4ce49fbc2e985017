import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'typeform',
  name: 'Typeform',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://admin.typeform.com/user/tokens' },
  rules: [
    {
      id: 'typeform-personal-token',
      name: 'Typeform personal access token',
      anchors: ['tfp_'],
      pattern: /\b(tfp_[A-Za-z0-9_.=-]{40,64})(?![\w.=-])/,
      power: 'data',
      impact: 'Read every answer people gave in your forms.',
      verify: {
        url: 'https://api.typeform.com/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TYPEFORM_TOKEN=tfp_{alnum:59}', '"token": "tfp_{alnum:44}_3sX{alnum:10}"'],
        no: ['tfp_token', 'tfp_{alnum:8}'],
      },
    },
  ],
});
