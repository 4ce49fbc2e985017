import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bigcommerce',
  name: 'BigCommerce',
  category: 'commerce',
  rotation: {
    kind: 'overlap',
    at: 'https://login.bigcommerce.com/',
    notes: ['Settings, Store-level API accounts: make a new account, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'bigcommerce-access-token',
      name: 'BigCommerce access token',
      anchors: ['bigcommerce', 'big_commerce', 'bc_access'],
      pattern: assigned('big_?commerce|\\bbc_', 'access[_-]?token|auth[_-]?token|x-auth', '[a-z0-9]{29,31}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change orders, customers and products of the store, as far as its scopes go.',
      samples: {
        yes: ['BIGCOMMERCE_ACCESS_TOKEN={lower:31}', "bigcommerce: { storeHash: 'abc', accessToken: '{lower:31}' }"],
        no: [
          'BIGCOMMERCE_ACCESS_TOKEN=your_access_token',
          'ACCESS_TOKEN={lower:31}',
          'BIGCOMMERCE_ACCESS_TOKEN={lower:10}',
        ],
      },
    },
    {
      id: 'bigcommerce-client-secret',
      name: 'BigCommerce client secret',
      anchors: ['bigcommerce', 'big_commerce', 'bc_client'],
      pattern: assigned('big_?commerce|\\bbc_', 'client[_-]?secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Forge sign-ins of your app and log in as any shopper with the customer login API.',
      samples: {
        yes: ['BIGCOMMERCE_CLIENT_SECRET={hex:64}', 'bigcommerce:\n  clientSecret: {hex:64}'],
        no: ['BIGCOMMERCE_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={hex:64}'],
      },
    },
  ],
});
