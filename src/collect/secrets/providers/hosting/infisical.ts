import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'infisical',
  name: 'Infisical',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.infisical.com',
    notes: ['Every secret that it could read counts as exposed: rotate them all after the token.'],
  },
  rules: [
    {
      id: 'infisical-service-token',
      name: 'Infisical service token',
      anchors: afterDelimiter('st.'),
      pattern:
        /(?<![\w.-])(st\.(?:[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[0-9a-f]{32}\.[0-9a-f]{32})(?![\w.-])/,
      power: 'infrastructure',
      impact: 'Read every secret of the environment that it opens: database, payments, mail.',
      samples: {
        yes: ['INFISICAL_TOKEN=st.{hex:24}.{hex:32}.{hex:32}', '--token "st.{uuid}.{hex:32}.{hex:32}"'],
        no: ['"test.{hex:24}.{hex:32}.{hex:32}"', 'INFISICAL_TOKEN=st.xxx.yyy.zzz'],
      },
    },
    {
      id: 'infisical-client-secret',
      name: 'Infisical machine identity secret',
      anchors: ['infisical'],
      pattern: assigned('infisical', 'secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With its client id, read every secret of the projects that it opens.',
      samples: {
        yes: ['INFISICAL_CLIENT_SECRET={hex:64}', 'infisical: { clientSecret: "{hex:64}" }'],
        no: ['INFISICAL_CLIENT_ID={uuid}', 'INFISICAL_CLIENT_SECRET=secret'],
      },
    },
  ],
});
