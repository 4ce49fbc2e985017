import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'alchemy',
  name: 'Alchemy',
  category: 'other',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.alchemy.com/apps',
    notes: ["A key that browsers must use can be limited to your domain under the app's settings."],
  },
  rules: [
    {
      id: 'alchemy-url-key',
      name: 'Alchemy API key in an address',
      anchors: ['.g.alchemy.com/', '.alchemyapi.io/'],
      pattern: /\.(?:g\.alchemy\.com|alchemyapi\.io)\/(?:v2|v3|nft\/v[23])\/([A-Za-z0-9_-]{21,40})(?![\w-])/,
      power: 'spend',
      impact: 'Use the blockchain API on your plan.',
      samples: {
        yes: [
          'https://eth-mainnet.g.alchemy.com/v2/{alnum:32}',
          'RPC_URL="https://polygon-mainnet.g.alchemy.com/v2/{base64url:32}"',
        ],
        no: ['https://eth-mainnet.g.alchemy.com/v2/your-api-key', 'https://eth-mainnet.g.alchemy.com/v2/demo'],
      },
    },
    {
      id: 'alchemy-api-key',
      name: 'Alchemy API key',
      anchors: ['alchemy_api', 'alchemy_key', 'alchemyapi', 'alchemykey', 'alchemy_id', 'alchemy-api', 'alchemy_token'],
      pattern: assigned('alchemy', 'key|id|token', '[A-Za-z0-9_-]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use the blockchain API on your plan.',
      verify: {
        url: 'https://eth-mainnet.g.alchemy.com/v2/{secret}',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}',
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['ALCHEMY_API_KEY={alnum:32}', "alchemyApiKey: '{alnum:32}'"],
        no: ['ALCHEMY_API_KEY=your_alchemy_api_key', 'checksum = "{alnum:32}"', 'ALCHEMY_API_KEY={alnum:35}'],
      },
    },
  ],
});
