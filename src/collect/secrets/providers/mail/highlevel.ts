import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'highlevel',
  name: 'HighLevel (GoHighLevel)',
  category: 'mail',
  rotation: {
    kind: 'grace',
    at: 'https://marketplace.gohighlevel.com/docs/Authorization/PrivateIntegrationsToken',
    notes: ['Private integrations stand in the settings of the agency or of the sub-account.'],
  },
  rules: [
    {
      id: 'highlevel-private-integration-token',
      name: 'HighLevel private integration token',
      anchors: ['pit-'],
      pattern: /(?<![\w-])(pit-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/,
      power: 'data',
      impact:
        'Read and change your contacts and conversations, and write to your customers as you, as far as its scopes allow.',
      samples: {
        yes: ['GHL_BEARER_TOKEN=pit-{uuid}', '"value": "Bearer pit-{uuid}"'],
        no: ['GHL_TOKEN=pit-xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx', 'cockpit-{uuid}', 'pit-{hex:12}'],
      },
    },
  ],
});
