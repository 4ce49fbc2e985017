import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'authorize-net',
  name: 'Authorize.net',
  category: 'payments',
  rotation: {
    kind: 'grace',
    at: 'https://account.authorize.net/',
    notes: [
      'A new transaction key leaves the old one for 24 hours unless you tick "Disable Old Transaction Key Immediately".',
    ],
  },
  rules: [
    {
      id: 'authorize-net-transaction-key',
      name: 'Authorize.net transaction key',
      anchors: [
        'authorize_net',
        'authorizenet',
        'authorize-net',
        'authorize.net',
        'authnet',
        'transaction_key',
        'transactionkey',
      ],
      pattern: assigned('authorize[_.-]?net|authnet|anet[_-]', 'trans(?:action)?[_-]?key', '[A-Za-z0-9]{16}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'With the login id: charge, refund and void, and read every transaction.',
      samples: {
        yes: ['AUTHORIZE_NET_TRANSACTION_KEY={alnum:16}', "authorizenet: { transactionKey: '{alnum:16}' }"],
        no: [
          'AUTHORIZE_NET_TRANSACTION_KEY=your_trans_key',
          'AUTHORIZE_NET_TRANSACTION_KEY={alnum:20}',
          'KEY={alnum:16}',
        ],
      },
    },
    {
      id: 'authorize-net-signature-key',
      name: 'Authorize.net signature key',
      anchors: ['authorize_net', 'authorizenet', 'authorize-net', 'authorize.net', 'authnet'],
      pattern: assigned('authorize[_.-]?net|authnet|anet[_-]', 'signature', '[0-9A-F]{128}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Forge payment events: mark unpaid orders as paid.',
      samples: {
        yes: ['AUTHORIZENET_SIGNATURE_KEY={HEX:128}', 'authnet_signature_key: "{HEX:128}"'],
        no: ['AUTHORIZENET_SIGNATURE_KEY=your_signature_key', 'AUTHORIZENET_SIGNATURE_KEY={HEX:64}'],
      },
    },
  ],
});
