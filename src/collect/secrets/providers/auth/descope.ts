import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'descope',
  name: 'Descope',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://app.descope.com/settings/company/managementkeys' },
  rules: [
    {
      id: 'descope-management-key',
      name: 'Descope management key',
      anchors: ['descope'],
      pattern: assigned('descope', 'management|access[_-]?key|api[_-]?key|secret', 'K[A-Za-z0-9]{60,90}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Read and change every user, tenant and flow, and sign in as any user.',
      samples: {
        yes: [
          'DESCOPE_MANAGEMENT_KEY=K2{alnum:69}',
          "DescopeClient({ projectId: 'P2abc', managementKey: 'K3{alnum:69}' })",
        ],
        no: [
          'DESCOPE_MANAGEMENT_KEY=your_descope_management_key',
          'MANAGEMENT_KEY=K2{alnum:69}',
          'DESCOPE_PROJECT_ID=P2{alnum:25}',
        ],
      },
    },
    {
      id: 'descope-client-secret',
      name: 'Descope client secret',
      anchors: ['descope'],
      pattern: assigned('descope', 'client[_-]?secret', '[A-Za-z0-9]{40,48}'),
      identifiedBy: 'context',
      power: 'identity',
      impact: 'Finish sign-ins in the name of your app.',
      samples: {
        yes: ['DESCOPE_CLIENT_SECRET={alnum:43}', 'descope:\n  clientSecret: {alnum:43}'],
        no: ['DESCOPE_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={alnum:43}'],
      },
    },
  ],
});
