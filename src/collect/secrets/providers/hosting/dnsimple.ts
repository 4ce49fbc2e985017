import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dnsimple',
  name: 'DNSimple',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dnsimple.com/user',
  },
  rules: [
    {
      id: 'dnsimple-api-token',
      name: 'DNSimple API token',
      anchors: ['dnsimple_a_', 'dnsimple_u_', 'dnsimple_o_'],
      pattern: /\b(dnsimple_[auo]_[0-9A-Za-z]{32,44})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Change your DNS, and so send visitors and mail elsewhere.',
      verify: {
        url: 'https://api.dnsimple.com/v2/whoami',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['DNSIMPLE_TOKEN=dnsimple_a_{alnum:38}', '"Bearer dnsimple_u_{alnum:38}"'],
        no: ['dnsimple_a_record', 'dnsimple_a_{alnum:6}'],
      },
    },
  ],
});
