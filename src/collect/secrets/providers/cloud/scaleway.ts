import { afterDelimiter } from '../../after-delimiter.ts';
import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'scaleway',
  name: 'Scaleway',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://console.scaleway.com/iam/api-keys',
  },
  rules: [
    {
      id: 'scaleway-secret-key',
      name: 'Scaleway secret key',
      anchors: ['scw_', 'scaleway'],
      pattern: assigned('scw|scaleway', 'secret|token', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Whatever the application may do: servers, storage, transactional mail.',
      pairsWith: ['scaleway-access-key'],
      verify: {
        url: 'https://api.scaleway.com/instance/v1/zones/fr-par-1/servers?per_page=1',
        headers: { 'x-auth-token': '{secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['SCW_SECRET_KEY={uuid}', 'scaleway_secret_key: "{uuid}"'],
        no: ['SCW_DEFAULT_PROJECT_ID={uuid}', 'SCW_SECRET_KEY=secret'],
      },
    },
    {
      id: 'scaleway-access-key',
      name: 'Scaleway access key',
      anchors: afterDelimiter('SCW'),
      pattern: /(?<![\w.-])(SCW[0-9A-Z]{17})(?![0-9A-Za-z_])/,
      power: 'limited',
      impact: 'Half of a credential: with its secret, whatever the application may do.',
      pairsWith: ['scaleway-secret-key'],
      samples: {
        yes: ['SCW_ACCESS_KEY=SCW{upper:17}', 'access_key: SCW{upper:17}'],
        no: ['SCW_SECRET_KEY', '"SCW{upper:6}"'],
      },
    },
  ],
});
