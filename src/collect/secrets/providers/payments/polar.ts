import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'polar',
  name: 'Polar',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://polar.sh/dashboard',
    notes: ['Polar ends tokens by itself that turn up in public repositories on GitHub.'],
  },
  rules: [
    {
      id: 'polar-access-token',
      name: 'Polar access token',
      anchors: ['polar_oat_', 'polar_pat_'],
      pattern: /\b(polar_[op]at_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{20,100})(?![A-Za-z0-9_-])/,
      power: 'money',
      impact: 'Refund orders, change products and subscriptions, and read every customer.',
      verify: {
        url: 'https://api.polar.sh/v1/organizations/',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['POLAR_ACCESS_TOKEN=polar_oat_{alnum:43}', "new Polar({ accessToken: 'polar_pat_{alnum:43}' })"],
        no: ['polar_oat_...', 'POLAR_ACCESS_TOKEN=polar_oat_xxxxxxxxxxxxxxxxxxxxxxxx', 'polar_oat_{alnum:10}'],
      },
    },
    {
      id: 'polar-oauth-token',
      name: 'Polar OAuth token',
      anchors: ['polar_at_', 'polar_rt_', 'polar_cs_', 'polar_crt_'],
      pattern:
        /\b(polar_(?:at_[ou]?_?|rt_[ou]?_?|cs_|crt_)(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{20,100})(?![A-Za-z0-9_-])/,
      power: 'money',
      impact: 'Act for whoever signed in to your Polar app, or finish their sign-in in your name.',
      samples: {
        yes: ['polar_at_o_{alnum:43}', 'POLAR_CLIENT_SECRET=polar_cs_{alnum:43}'],
        no: ['polar_at_...', 'polar_cs_your_client_secret', 'polar_rt_{alnum:8}'],
      },
    },
    {
      id: 'polar-webhook-secret',
      name: 'Polar webhook secret',
      anchors: ['polar_whs_'],
      pattern: /\b(polar_whs_(?=[a-z_-]{0,40}[A-Z0-9])[A-Za-z0-9_-]{20,100})(?![A-Za-z0-9_-])/,
      power: 'money',
      impact: 'Forge order events: get your product without paying.',
      samples: {
        yes: ['POLAR_WEBHOOK_SECRET=polar_whs_{alnum:43}', '"secret": "polar_whs_{alnum:43}"'],
        no: ['polar_whs_your_secret_here_please', 'polar_whs_{alnum:6}'],
      },
    },
  ],
});
