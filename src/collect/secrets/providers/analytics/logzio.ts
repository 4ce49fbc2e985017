import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'logzio',
  name: 'Logz.io',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.logz.io/#/dashboard/settings/manage-tokens/data-shipping' },
  rules: [
    {
      id: 'logzio-token',
      name: 'Logz.io token',
      anchors: ['logzio', 'logz_io', 'logz.io'],
      pattern: assigned(
        'logz[_.-]?io',
        KEY,
        '[A-Za-z]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'A shipping token sends made-up logs; an API token reads them.',
      samples: {
        yes: ['LOGZIO_TOKEN={uuid}', "logzioToken: '{uuid}'"],
        no: ['LOGZIO_TOKEN=your_logzio_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
