import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'shortcut',
  name: 'Shortcut',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://app.shortcut.com/settings/account/api-tokens' },
  rules: [
    {
      id: 'shortcut-api-token',
      name: 'Shortcut API token',
      anchors: [
        'shortcut_api',
        'shortcut_token',
        'shortcutapi',
        'shortcut-token',
        'shortcuttoken',
        'clubhouse_api',
        'clubhouse_token',
      ],
      pattern: assigned('shortcut|clubhouse', 'token', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change every story the person can see.',
      verify: {
        url: 'https://api.app.shortcut.com/api/v3/member',
        headers: { 'shortcut-token': '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['SHORTCUT_API_TOKEN={uuid}', "shortcutApiToken: '{uuid}'"],
        no: ['SHORTCUT_API_TOKEN=your_shortcut_api_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
