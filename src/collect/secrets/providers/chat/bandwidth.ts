import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bandwidth',
  name: 'Bandwidth',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://dashboard.bandwidth.com/' },
  rules: [
    {
      id: 'bandwidth-api-password',
      name: 'Bandwidth API secret',
      anchors: ['bandwidth_api', 'bandwidth_secret', 'bandwidth_token', 'bw_api', 'bw_password', 'bandwidthapi'],
      pattern: assigned('bandwidth|(?<![a-z])bw(?=[_.-]?(?:api|password))', 'secret|password|token', '[0-9a-f]{48,56}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and calls on your account.',
      samples: {
        yes: ['BANDWIDTH_API_SECRET={hex:50}', "bandwidthApiSecret: '{hex:50}'"],
        no: ['BANDWIDTH_API_SECRET=your_bandwidth_api_secret', 'checksum = "{hex:50}"'],
      },
    },
  ],
});
