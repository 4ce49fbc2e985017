import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'transifex',
  name: 'Transifex',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.transifex.com/user/settings/api/' },
  rules: [
    {
      id: 'transifex-api-token',
      name: 'Transifex API token',
      anchors: ['transifex', 'tx_token', 'txtoken'],
      pattern: assigned('transifex|tx(?=[_.-]?token)', '', '1/[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Read and change your translations.',
      verify: {
        url: 'https://rest.api.transifex.com/organizations',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TX_TOKEN=1/{hex:40}', "txToken: '1/{hex:40}'"],
        no: ['TX_TOKEN=your_tx_token', 'checksum = "1/{hex:40}"', 'TX_TOKEN=1/{hex:43}'],
      },
    },
  ],
});
