import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'braintree',
  name: 'Braintree',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://www.braintreegateway.com/login',
    notes: ['Settings, API: add a new key pair, deploy public and private key together, then delete the old pair.'],
  },
  rules: [
    {
      id: 'braintree-access-token',
      name: 'Braintree access token',
      anchors: ['access_token$production$'],
      pattern: /(access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32})(?![0-9a-zA-Z])/,
      power: 'money',
      impact: 'Charge stored cards, refund, and read every customer and transaction.',
      samples: {
        yes: [
          'BRAINTREE_TOKEN=access_token$production${lower:16}${hex:32}',
          "accessToken: 'access_token$production${lower:16}${hex:32}'",
        ],
        no: [
          'access_token$production$xxxxxxxxxxxxxxxx$xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
          'access_token$production${lower:16}',
        ],
      },
    },
    {
      id: 'braintree-sandbox-access-token',
      name: 'Braintree sandbox access token',
      anchors: ['access_token$sandbox$'],
      pattern: /(access_token\$sandbox\$[0-9a-z]{16}\$[0-9a-f]{32})(?![0-9a-zA-Z])/,
      power: 'limited',
      testMode: true,
      impact: 'Play with the sandbox; no real money moves.',
      samples: {
        yes: ['BRAINTREE_TOKEN="access_token$sandbox${lower:16}${hex:32}"', 'access_token$sandbox${lower:16}${hex:32}'],
        no: ['access_token$sandbox$your_id$your_token', 'access_token$sandbox${hex:32}'],
      },
    },
    {
      id: 'braintree-private-key',
      name: 'Braintree private key',
      anchors: ['braintree', 'bt_private'],
      pattern: assigned('braintree|bt_', 'private', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Charge stored cards, refund, and read every customer and transaction.',
      samples: {
        yes: [
          'BRAINTREE_PRIVATE_KEY={hex:32}',
          "new braintree.BraintreeGateway({ publicKey: '{lower:16}', privateKey: '{hex:32}' })",
        ],
        no: ['BRAINTREE_PRIVATE_KEY=your_private_key', 'BRAINTREE_PRIVATE_KEY={hex:40}', 'PRIVATE_KEY={hex:32}'],
      },
    },
    {
      id: 'braintree-tokenization-key',
      name: 'Braintree tokenization key',
      anchors: ['braintree', 'tokenization'],
      pattern: assigned('braintree|tokenization', 'key|token|auth', '(?:production|sandbox)_[0-9a-z]{8}_[0-9a-z]{16}'),
      identifiedBy: 'context',
      verdict: 'public',
      power: 'limited',
      impact: 'Nothing by itself: browsers turn a card into a one-time token with it.',
      samples: {
        yes: [
          'BRAINTREE_TOKENIZATION_KEY=production_{lower:8}_{lower:16}',
          "tokenizationKey: 'sandbox_{lower:8}_{lower:16}'",
        ],
        no: [
          'BRAINTREE_TOKENIZATION_KEY=sandbox_xxxxxxxx_xxxxxxxxxxxxxxxx',
          'BRAINTREE_TOKENIZATION_KEY=sandbox_{lower:8}',
        ],
      },
    },
  ],
});
