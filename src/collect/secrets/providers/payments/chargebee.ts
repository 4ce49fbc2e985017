import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'chargebee',
  name: 'Chargebee',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://app.chargebee.com/',
    notes: ['Settings, Configure Chargebee, API keys of the site concerned.'],
  },
  rules: [
    {
      id: 'chargebee-api-key',
      name: 'Chargebee API key',
      anchors: ['chargebee'],
      pattern: assigned('chargebee', 'key|token|secret', 'live_(?!pub)[A-Za-z0-9]{24,64}'),
      power: 'money',
      impact: 'Charge and refund subscribers, change plans, and read every customer.',
      samples: {
        yes: ['CHARGEBEE_API_KEY=live_{alnum:33}', "chargebee.configure({ site: 'acme', api_key: 'live_{alnum:40}' })"],
        no: [
          'CHARGEBEE_API_KEY=your-chargebee-api-key',
          'CHARGEBEE_API_KEY=live_{alnum:10}',
          'API_KEY=live_{alnum:33}',
        ],
      },
    },
    {
      id: 'chargebee-test-key',
      name: 'Chargebee test-site API key',
      anchors: ['chargebee'],
      pattern: assigned('chargebee', 'key|token|secret', 'test_(?!pub)[A-Za-z0-9]{24,64}'),
      power: 'limited',
      testMode: true,
      impact: 'Change the data of the test site; no real money moves.',
      samples: {
        yes: ['CHARGEBEE_API_KEY=test_{alnum:33}', '"chargebee": { "api_key": "test_{alnum:40}" }'],
        no: ['CHARGEBEE_API_KEY=test_key', 'CHARGEBEE_API_KEY=test_{alnum:8}'],
      },
    },
  ],
});
