import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'customer-io',
  name: 'Customer.io',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://fly.customer.io/settings/api_credentials',
  },
  rules: [
    {
      id: 'customer-io-app-key',
      name: 'Customer.io App API key',
      anchors: ['customerio', 'customer_io', 'customer.io', 'cio_'],
      pattern: assigned('customer[._]?io|cio_(?=app|api|key|tok)', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your customers’ profiles and message history, and send them messages.',
      verify: {
        url: 'https://api.customer.io/v1/campaigns',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['CUSTOMERIO_APP_API_KEY={hex:32}', '"customerio": { "appKey": "{hex:32}" }'],
        no: ['CUSTOMERIO_APP_API_KEY=your-key', 'CUSTOMERIO_WORKSPACE={hex:32}'],
      },
    },
    {
      id: 'customer-io-tracking-key',
      name: 'Customer.io Track API key',
      anchors: ['customerio', 'customer_io', 'customer.io', 'cio_'],
      pattern: assigned('customer[._]?io|cio_(?=app|api|key|tok|track)', KEY, '[0-9a-f]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Add, change and delete people and events in your workspace; it does not read them.',
      samples: {
        yes: ['CUSTOMERIO_API_KEY={hex:20}', "customerIoTrackKey: '{hex:20}'"],
        no: ['CUSTOMERIO_SITE_ID={hex:20}', 'CUSTOMERIO_API_KEY=xxxxxxxxxxxxxxxxxxxx'],
      },
    },
  ],
});
