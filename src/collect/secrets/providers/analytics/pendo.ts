import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pendo',
  name: 'Pendo',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.pendo.io/admin/integrationkeys' },
  rules: [
    {
      id: 'pendo-integration-key',
      name: 'Pendo integration key',
      anchors: ['pendo_', 'pendo-', 'pendointegration'],
      pattern: assigned(
        'pendo',
        'integration',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\\.\\w{2})?',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read what your users did in the app.',
      samples: {
        yes: ['PENDO_INTEGRATION_KEY={uuid}', "pendoIntegrationKey: '{uuid}'"],
        no: ['PENDO_INTEGRATION_KEY=your_pendo_integration_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
