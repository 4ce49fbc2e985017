import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'plaid',
  name: 'Plaid',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.plaid.com/developers/keys',
    notes: [
      'Two secrets can live side by side. Access tokens of a linked bank are replaced one by one with /item/access_token/invalidate.',
    ],
  },
  rules: [
    {
      id: 'plaid-secret',
      name: 'Plaid secret',
      anchors: ['plaid'],
      pattern: assigned('(?<![a-z])plaid', 'secret', '[0-9a-f]{30}'),
      identifiedBy: 'context',
      power: 'money',
      impact: "Read your customers' bank accounts and transactions and, with Transfer, move money.",
      pairsWith: ['plaid-client-id'],
      samples: {
        yes: [
          'PLAID_SECRET={hex:30}',
          "'PLAID-SECRET': '{hex:30}'",
          "new plaid.Client({ clientID: '{hex:24}', secret: '{hex:30}' })",
        ],
        no: ['PLAID_SECRET=your_plaid_secret', 'PLAID_SECRET={hex:32}', 'SECRET={hex:30}'],
      },
    },
    {
      id: 'plaid-client-id',
      name: 'Plaid client id',
      anchors: ['plaid'],
      pattern: assigned('(?<![a-z])plaid', 'client[_-]?id', '[0-9a-f]{24}'),
      identifiedBy: 'context',
      verdict: 'public',
      publicIf: 'the secret stays on the server',
      power: 'limited',
      impact: 'Names your Plaid account; useless without the secret.',
      samples: {
        yes: ['PLAID_CLIENT_ID={hex:24}', '"plaid": { "client_id": "{hex:24}" }'],
        no: ['PLAID_CLIENT_ID=your_client_id', 'CLIENT_ID={hex:24}'],
      },
    },
    {
      id: 'plaid-access-token',
      name: 'Plaid access token',
      anchors: ['access-production-', 'access-development-'],
      pattern:
        /\b(access-(?:production|development)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/,
      power: 'data',
      impact: "With the secret: read one customer's bank accounts, balances and transactions.",
      pairsWith: ['plaid-secret'],
      samples: {
        yes: ['PLAID_ACCESS_TOKEN=access-production-{uuid}', '"access_token": "access-development-{uuid}"'],
        no: ['access-production-00000000-0000-0000-0000-000000000000', 'access-production-{hex:32}'],
      },
    },
    {
      id: 'plaid-sandbox-token',
      name: 'Plaid sandbox access token',
      anchors: ['access-sandbox-'],
      pattern: /\b(access-sandbox-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/,
      power: 'limited',
      testMode: true,
      impact: 'Read the invented data of a sandbox account.',
      samples: {
        yes: ['access-sandbox-{uuid}', "accessToken: 'access-sandbox-{uuid}'"],
        no: ['access-sandbox-your-token', 'access-sandbox-{hex:12}'],
      },
    },
  ],
});
