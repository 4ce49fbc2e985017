import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sharetribe',
  name: 'Sharetribe',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://console.sharetribe.com/advanced/applications',
    notes: ['Add a new application, deploy its id and secret, then delete the old one.'],
  },
  rules: [
    {
      id: 'sharetribe-client-secret',
      name: 'Sharetribe application client secret',
      anchors: ['sharetribe', 'integration_sdk', 'flex_integration', 'integration_api_client'],
      pattern: assigned('sharetribe|integration_(?:sdk|api)|flex_integration', 'secret', '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact:
        'For an Integration API application: read and change every user, listing and transaction of your marketplace.',
      samples: {
        yes: [
          'SHARETRIBE_SDK_CLIENT_SECRET={hex:40}',
          "sharetribeIntegrationSdk.createInstance({ clientId: '{uuid}', clientSecret: '{hex:40}' })",
        ],
        no: [
          'SHARETRIBE_SDK_CLIENT_SECRET=change-me',
          'CLIENT_SECRET={hex:40}',
          'SHARETRIBE_SDK_CLIENT_SECRET={hex:32}',
        ],
      },
    },
  ],
});
