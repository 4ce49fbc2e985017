import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'commercetools',
  name: 'commercetools',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://mc.europe-west1.gcp.commercetools.com/account/manage-projects',
    notes: ['Settings, Developer settings: add an API client, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'commercetools-client-secret',
      name: 'commercetools client secret',
      anchors: ['commercetools', 'commerce_tools', 'ctp_client', 'ctp_secret'],
      pattern: assigned('commerce_?tools|\\bctp_', 'secret', '[A-Za-z0-9_-]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the client id: read and change orders, customers, carts and prices, as far as its scopes go.',
      samples: {
        yes: ['CTP_CLIENT_SECRET={base64url:31}a', "commercetools: { clientId: 'x', clientSecret: '{alnum:32}' }"],
        no: ['CTP_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={alnum:32}', 'CTP_CLIENT_SECRET={alnum:10}'],
      },
    },
  ],
});
