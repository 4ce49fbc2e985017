import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'okx',
  name: 'OKX',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.okx.com/account/my-api' },
  rules: [
    {
      id: 'okx-api-secret',
      name: 'OKX API secret',
      anchors: ['okx_', 'okxapi', 'okxsecret', 'okex'],
      pattern: assigned('(?:okx|okex)', 'secret', '[0-9A-F]{32}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may.',
      samples: {
        yes: ['OKX_API_SECRET={HEX:32}', "okxApiSecret: '{HEX:32}'"],
        no: ['OKX_API_SECRET=your_okx_api_secret', 'checksum = "{HEX:32}"', 'OKX_API_SECRET={HEX:35}'],
      },
    },
  ],
});
