import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'influxdb',
  name: 'InfluxDB',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud2.influxdata.com/',
    notes: ['Load Data, API tokens: make the new one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'influxdb-token',
      name: 'InfluxDB API token',
      anchors: ['influx'],
      pattern: assigned('influx(?:db)?', 'token|api[_-]?key', '[A-Za-z0-9_-]{86}=='),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and write the buckets it was made for, or everything when it is an all-access token.',
      samples: {
        yes: [
          'INFLUXDB_TOKEN={base64url:86}==',
          "new InfluxDB({ url: 'https://eu-central-1-1.aws.cloud2.influxdata.com', token: '{base64url:86}==' })",
        ],
        no: ['INFLUXDB_TOKEN=my-token', 'TOKEN={base64url:86}==', 'INFLUXDB_TOKEN={alnum:20}'],
      },
    },
    {
      id: 'influxdb-v3-token',
      name: 'InfluxDB 3 token',
      anchors: ['apiv3_'],
      pattern: /\b(apiv3_[A-Za-z0-9_-]{80,100})(?![A-Za-z0-9_=-])/,
      power: 'data',
      impact: 'Read and write every database of the server when it is an admin token.',
      samples: {
        yes: ['INFLUXDB3_AUTH_TOKEN=apiv3_{base64url:85}a', '--token apiv3_{alnum:86}'],
        no: ['apiv3_0XXXX', 'apiv3_{alnum:20}'],
      },
    },
  ],
});
