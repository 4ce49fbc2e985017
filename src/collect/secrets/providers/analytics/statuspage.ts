import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'statuspage',
  name: 'Statuspage',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://manage.statuspage.io/' },
  rules: [
    {
      id: 'statuspage-api-key',
      name: 'Statuspage API key',
      anchors: ['statuspage', 'status_page'],
      pattern: assigned(
        'status[_.-]?page',
        'key|token',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{64}',
      ),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Post incidents on your status page and mail its subscribers.',
      verify: {
        url: 'https://api.statuspage.io/v1/pages',
        headers: { authorization: 'OAuth {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['STATUSPAGE_API_KEY={uuid}', "statuspageApiKey: '{uuid}'"],
        no: ['STATUSPAGE_API_KEY=your_statuspage_api_key', 'checksum = "{uuid}"'],
      },
    },
  ],
});
