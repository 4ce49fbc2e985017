import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'clickhouse-cloud',
  name: 'ClickHouse Cloud',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://console.clickhouse.cloud/organizations/keys' },
  rules: [
    {
      id: 'clickhouse-cloud-key-secret',
      name: 'ClickHouse Cloud API key secret',
      anchors: ['4b1d'],
      pattern:
        /(?<![A-Za-z0-9+/_-])(4b1d(?=[0-9a-z]{0,37}[A-Z])(?=[0-9A-Z]{0,37}[a-z])[A-Za-z0-9]{38})(?![A-Za-z0-9+/=_-])/,
      power: 'infrastructure',
      impact: 'With its key id: start, stop, open to the internet or delete your ClickHouse services.',
      samples: {
        yes: ['CLICKHOUSE_KEY_SECRET=4b1d{alnum:38}', '"keySecret": "4b1d{alnum:38}"'],
        no: ['4b1d{hex:38}', '4b1dXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX', 'a4b1d{alnum:38}'],
      },
    },
  ],
});
