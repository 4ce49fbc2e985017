import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'aiven',
  name: 'Aiven',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://console.aiven.io/profile/tokens' },
  rules: [
    {
      id: 'aiven-service-password',
      name: 'Aiven service password',
      anchors: ['AVNS_'],
      pattern: /\b(AVNS_[A-Za-z0-9_-]{16,24})(?![A-Za-z0-9_-])/,
      power: 'data',
      impact: 'Log in to the database or queue and read or change what this user may.',
      samples: {
        yes: [
          'mysql://avnadmin:AVNS_{alnum:19}@mysql-1-shop.a.aivencloud.com:12345/defaultdb',
          'DB_PASSWORD=AVNS_{alnum:19}',
          '"password": "AVNS_{alnum:19}"',
        ],
        no: ['AVNS_xxxxxxxxxxxxxxxxxxx', 'AVNS_{alnum:5}'],
      },
    },
    {
      id: 'aiven-api-token',
      name: 'Aiven API token',
      anchors: ['aiven'],
      pattern: assigned('aiven(?:v1)?', 'token|key|v1|secret', '[A-Za-z0-9+/]{320,420}={0,2}'),
      identifiedBy: 'context',
      reach: [24, 640],
      power: 'infrastructure',
      impact: 'Read the passwords of, change or delete every service of your projects.',
      verify: {
        url: 'https://api.aiven.io/v1/project',
        headers: { authorization: 'aivenv1 {secret}' },
        live: [200],
        dead: [401, 403],
      },
      samples: {
        yes: ['AIVEN_API_TOKEN={alnum:370}==', 'aiven_token: "{base64:371}="'],
        no: ['AIVEN_API_TOKEN=your-token', 'AIVEN_API_TOKEN={alnum:40}'],
      },
    },
  ],
});
