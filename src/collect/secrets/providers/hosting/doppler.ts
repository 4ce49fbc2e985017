import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'doppler',
  name: 'Doppler',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.doppler.com',
    notes: ['Every secret that the token could read counts as exposed: rotate them all after the token.'],
  },
  rules: [
    {
      id: 'doppler-token',
      name: 'Doppler token',
      anchors: ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.said.'],
      pattern: /(?<![\w.-])(dp\.(?:pt|st|ct|sa|said|scim|audit)\.(?:[0-9a-z_-]{2,35}\.)?[0-9A-Za-z]{40,44})(?![\w.-])/,
      power: 'infrastructure',
      impact: 'Read every secret of the configs that it opens: database, payments, mail.',
      verify: {
        url: 'https://api.doppler.com/v3/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['DOPPLER_TOKEN=dp.st.prd.{alnum:43}', 'DOPPLER_TOKEN="dp.pt.{alnum:43}"', '--token=dp.ct.{alnum:43}'],
        no: ['dp.st.prd.xxxx', 'dp.pt.{alnum:10}'],
      },
    },
  ],
});
