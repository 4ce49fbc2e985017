import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'coinbase',
  name: 'Coinbase',
  category: 'payments',
  rotation: {
    kind: 'overlap',
    at: 'https://portal.cdp.coinbase.com/access/api',
    notes: [
      'Restrict the new key to the addresses of your servers, and give it no transfer right that it does not need.',
    ],
  },
  rules: [
    {
      id: 'coinbase-cdp-secret',
      name: 'Coinbase Developer Platform key secret',
      anchors: ['coinbase', 'cdp_', 'cdp-'],
      pattern: assigned('coinbase|\\bcdp', 'secret|private|key', '[A-Za-z0-9+/]{86}=='),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Act on your Coinbase account with the rights of the key: read balances, trade, or send coins away.',
      samples: {
        yes: ['CDP_API_KEY_SECRET={base64:86}==', '"coinbase": { "privateKey": "{base64:86}==" }'],
        no: ['CDP_API_KEY_SECRET=your-api-key-secret', 'CDP_API_KEY_SECRET={base64:40}=='],
      },
    },
    {
      id: 'coinbase-wallet-secret',
      name: 'Coinbase CDP wallet secret',
      anchors: ['cdp_wallet', 'cdp-wallet', 'cdpwallet', 'walletsecret'],
      pattern: assigned(
        '(?:cdp|(?<![a-z]))[_-]?wallet(?=[_-]?secret)',
        'secret',
        'MIGHAgEAMBMGByqGSM49[A-Za-z0-9+/]{150,180}={0,2}',
      ),
      power: 'money',
      impact: 'Sign for every wallet your app holds: whoever has it can empty them.',
      samples: {
        yes: [
          'CDP_WALLET_SECRET=MIGHAgEAMBMGByqGSM49{base64:163}a',
          'walletSecret: "MIGHAgEAMBMGByqGSM49{base64:163}a"',
        ],
        no: ['CDP_WALLET_SECRET=your-wallet-secret', 'CDP_WALLET_SECRET=MIGHAgEAMBMGByqGSM49{base64:20}'],
      },
    },
    {
      id: 'coinbase-commerce-key',
      name: 'Coinbase Commerce API key',
      anchors: ['coinbase'],
      pattern: assigned(
        'coinbase',
        'commerce|key|secret',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Create charges and read every payment, or forge payment events when it is the webhook secret.',
      samples: {
        yes: ['COINBASE_COMMERCE_API_KEY={uuid}', "coinbaseWebhookSecret: '{uuid}'"],
        no: ['COINBASE_COMMERCE_API_KEY=your-api-key', 'COMMERCE_API_KEY={uuid}'],
      },
    },
    {
      id: 'coinbase-legacy-secret',
      name: 'Coinbase legacy API secret',
      anchors: ['coinbase'],
      pattern: assigned('coinbase', 'secret|token', '(?:[A-Za-z0-9]{32}|[a-z0-9_-]{64})'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Act on your Coinbase account with the rights of the key or token.',
      samples: {
        yes: ['COINBASE_API_SECRET={alnum:32}', 'coinbase_access_token = "{lower:64}"'],
        no: ['COINBASE_API_SECRET=your_coinbase_secret', 'COINBASE_API_SECRET={alnum:20}'],
      },
    },
  ],
});
