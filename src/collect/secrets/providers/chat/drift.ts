import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'drift',
  name: 'Drift',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://dev.drift.com/apps' },
  rules: [
    {
      id: 'drift-access-token',
      name: 'Drift access token',
      anchors: [
        'drift_api',
        'drift_access',
        'drift_token',
        'drift_oauth',
        'drift_client',
        'driftapi',
        'drifttoken',
        'driftaccess',
      ],
      pattern: assigned('(?<![a-z])drift(?=[_.-]?(?:api|access|token|oauth|client))', 'key|token|secret', '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every chat and contact of your Drift account.',
      samples: {
        yes: ['DRIFT_ACCESS_TOKEN={alnum:32}', "driftAccessToken: '{alnum:32}'"],
        no: ['DRIFT_ACCESS_TOKEN=your_drift_access_token', 'checksum = "{alnum:32}"', 'DRIFT_ACCESS_TOKEN={alnum:35}'],
      },
    },
  ],
});
