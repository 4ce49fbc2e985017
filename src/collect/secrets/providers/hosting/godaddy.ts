import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'godaddy',
  name: 'GoDaddy',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://developer.godaddy.com/keys',
  },
  rules: [
    {
      id: 'godaddy-sso-key',
      name: 'GoDaddy API key and secret',
      anchors: ['sso-key '],
      pattern: /sso-key[ ]([0-9A-Za-z_]{10,48}:[0-9A-Za-z]{16,40})(?![\w:-])/i,
      power: 'infrastructure',
      impact: 'Change your DNS and your domains, and so send visitors and mail elsewhere.',
      verify: {
        url: 'https://api.godaddy.com/v1/domains?limit=1',
        headers: { authorization: 'sso-key {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['Authorization: sso-key {alnum:37}:{alnum:22}', '"sso-key {alnum:14}_{alnum:22}:{alnum:22}"'],
        no: ['sso-key key:secret', 'sso-key ${KEY}:${SECRET}'],
      },
    },
    {
      id: 'godaddy-secret',
      name: 'GoDaddy API secret',
      anchors: ['godaddy'],
      pattern: assigned('godaddy', 'secret', '[0-9A-Za-z]{20,24}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the API key: change your DNS and your domains.',
      samples: {
        yes: ['GODADDY_API_SECRET={alnum:22}', 'godaddy: { secret: "{alnum:22}" }'],
        no: ['GODADDY_API_SECRET=secret', 'GODADDY_DOMAIN={alnum:22}'],
      },
    },
  ],
});
