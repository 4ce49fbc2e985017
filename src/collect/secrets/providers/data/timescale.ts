import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'timescale',
  name: 'Timescale Cloud (Tiger)',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://console.cloud.timescale.com/dashboard/settings' },
  rules: [
    {
      id: 'timescale-secret-key',
      name: 'Timescale client secret',
      anchors: ['timescale', 'tiger_secret', 'ts_secret'],
      pattern: assigned('timescale|tiger|\\bts_', 'secret', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the access key: read passwords of, change or delete every database service of the project.',
      samples: {
        yes: ['TIMESCALE_SECRET_KEY={alnum:64}', 'timescale: { accessKey: "ABC", secretKey: "{alnum:64}" }'],
        no: ['TIMESCALE_SECRET_KEY=your_secret', 'SECRET_KEY={alnum:64}'],
      },
    },
  ],
});
