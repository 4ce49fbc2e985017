import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'infura',
  name: 'Infura',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://developer.metamask.io/' },
  rules: [
    {
      id: 'infura-url-key',
      name: 'Infura API key in an address',
      anchors: ['.infura.io/'],
      pattern: /\.infura\.io\/(?:ws\/)?v3\/([0-9a-f]{32})(?![\w-])/,
      power: 'spend',
      impact: 'Use the blockchain API on your plan.',
      samples: {
        yes: ['https://mainnet.infura.io/v3/{hex:32}', 'wss://mainnet.infura.io/ws/v3/{hex:32}'],
        no: ['https://mainnet.infura.io/v3/YOUR-PROJECT-ID'],
      },
    },
    {
      id: 'infura-api-key',
      name: 'Infura API key',
      anchors: ['infura'],
      pattern: assigned('infura', String.raw`(?:key|id|token)(?!_?secret)`, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use the blockchain API on your plan.',
      verify: {
        url: 'https://mainnet.infura.io/v3/{secret}',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"jsonrpc":"2.0","id":1,"method":"eth_chainId","params":[]}',
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['INFURA_API_KEY={hex:32}', "infuraApiKey: '{hex:32}'"],
        no: ['INFURA_API_KEY=your_infura_api_key', 'checksum = "{hex:32}"', 'INFURA_API_KEY={hex:35}'],
      },
    },
    {
      id: 'infura-secret',
      name: 'Infura API key secret',
      anchors: ['infura'],
      pattern: assigned('infura', 'secret', '[0-9a-f]{32}|[A-Za-z0-9+/]{40,64}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Use the blockchain API on your plan, past its limits.',
      samples: {
        yes: ['INFURA_API_KEY_SECRET={hex:32}', "infuraApiKeySecret: '{hex:32}'"],
        no: ['INFURA_API_KEY_SECRET=your_infura_api_key_secret', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
