import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'keycloak',
  name: 'Keycloak',
  category: 'auth',
  rotation: {
    kind: 'instant',
    at: 'https://www.keycloak.org/docs/latest/server_admin/#_client-credentials',
    notes: [
      'Clients, the client, Credentials, Regenerate; with secret rotation switched on the old one lives on for a while.',
    ],
  },
  rules: [
    {
      id: 'keycloak-client-secret',
      name: 'Keycloak client secret',
      anchors: ['keycloak', 'kc_client'],
      pattern: assigned(
        'keycloak|\\bkc_',
        'secret',
        '(?:[A-Za-z0-9]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})',
      ),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app; with a service account act as it.',
      samples: {
        yes: ['KEYCLOAK_CLIENT_SECRET={alnum:32}', '"keycloak": { "credentials": { "secret": "{uuid}" } }'],
        no: [
          'KEYCLOAK_CLIENT_SECRET=your_client_secret',
          'CLIENT_SECRET={alnum:32}',
          'KEYCLOAK_CLIENT_SECRET=**********',
        ],
      },
    },
  ],
});
