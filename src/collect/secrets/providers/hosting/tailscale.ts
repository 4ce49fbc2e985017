import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'tailscale',
  name: 'Tailscale',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://login.tailscale.com/admin/settings/keys',
  },
  rules: [
    {
      id: 'tailscale-key',
      name: 'Tailscale key',
      anchors: ['tskey-'],
      pattern:
        /\b(tskey-(?:api|auth|client|scim|webhook|reusable)-[0-9A-Za-z]{8,24}(?:CNTRL)?-[0-9A-Za-z]{16,40})(?![\w-])/,
      power: 'infrastructure',
      impact:
        'Join your private network, or with an API key change who may: databases and admin pages behind it are open.',
      verify: {
        url: 'https://api.tailscale.com/api/v2/tailnet/-/devices?fields=default',
        basic: '{secret}:',
        live: [200, 403],
        dead: [],
      },
      samples: {
        yes: [
          'TS_AUTHKEY=tskey-auth-{alnum:12}CNTRL-{alnum:32}',
          'TAILSCALE_API_KEY="tskey-api-{alnum:12}CNTRL-{alnum:32}"',
        ],
        no: ['tskey-auth-xxxxx', 'tskey-auth-{alnum:5}'],
      },
    },
  ],
});
