import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mollie',
  name: 'Mollie',
  category: 'payments',
  rotation: {
    kind: 'instant',
    at: 'https://my.mollie.com/dashboard/developers/api-keys',
    notes: ['Regenerating a key ends the old one at once: deploy the new one in the same minute.'],
  },
  rules: [
    {
      id: 'mollie-live-key',
      name: 'Mollie live API key',
      anchors: ['mollie'],
      pattern: assigned('mollie', 'key|token|secret|live', 'live_[A-Za-z0-9]{30,40}'),
      power: 'money',
      impact: 'Create and refund payments and read every customer and order.',
      verify: {
        url: 'https://api.mollie.com/v2/methods',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'MOLLIE_API_KEY=live_{alnum:30}',
          '$mollie->setApiKey("live_{alnum:30}");',
          "createMollieClient({ apiKey: 'live_{alnum:30}' })",
        ],
        no: [
          'MOLLIE_API_KEY=live_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'MOLLIE_API_KEY=live_{alnum:12}',
          'API_KEY=live_{alnum:30}',
        ],
      },
    },
    {
      id: 'mollie-test-key',
      name: 'Mollie test API key',
      anchors: ['mollie'],
      pattern: assigned('mollie', 'key|token|secret|test', 'test_[A-Za-z0-9]{30,40}'),
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['MOLLIE_API_KEY=test_{alnum:30}', '"mollie": { "apiKey": "test_{alnum:30}" }'],
        no: ['MOLLIE_API_KEY=test_your_mollie_key', 'MOLLIE_API_KEY=test_{alnum:10}'],
      },
    },
    {
      id: 'mollie-organization-token',
      name: 'Mollie organization access token',
      anchors: ['mollie'],
      pattern: assigned('mollie', 'token|key|secret', 'access_[A-Za-z0-9]{30,60}'),
      power: 'money',
      impact:
        'Refund payments, read customers and settlements, and change the organization, as far as its permissions go.',
      verify: {
        url: 'https://api.mollie.com/v2/permissions',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['MOLLIE_ORG_TOKEN=access_{alnum:40}', "mollie.setAccessToken('access_{alnum:40}')"],
        no: ['MOLLIE_ACCESS_TOKEN=access_token', 'MOLLIE_ACCESS_TOKEN=access_{alnum:9}'],
      },
    },
  ],
});
