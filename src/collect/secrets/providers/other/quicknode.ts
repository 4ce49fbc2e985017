import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'quicknode',
  name: 'QuickNode',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://dashboard.quicknode.com/endpoints' },
  rules: [
    {
      id: 'quicknode-endpoint',
      name: 'QuickNode endpoint token',
      anchors: ['.quiknode.pro/'],
      pattern: /\.quiknode\.pro\/([0-9a-f]{40})(?![\w-])/,
      power: 'spend',
      impact: 'Use your node on your plan.',
      samples: {
        yes: ['https://cool-name-1.solana-mainnet.quiknode.pro/{hex:40}/', 'RPC="https://a-b-c.quiknode.pro/{hex:40}"'],
        no: ['https://example.quiknode.pro/your-token'],
      },
    },
  ],
});
