import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'front',
  name: 'Front',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://app.frontapp.com/settings/developers/tokens' },
  rules: [
    {
      id: 'front-api-token',
      name: 'Front API token',
      anchors: ['frontapp', 'front_api', 'frontapi', 'front_token', 'fronttoken'],
      pattern: assigned(
        '(?<![a-z])front(?=[_.-]?(?:app|api|token))',
        KEY,
        'eyJ[\\w-]{10,60}\\.eyJ[\\w-]{40,240}\\.[\\w-]{40,100}',
      ),
      reach: [48, 480],
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your shared inboxes and answer in your name.',
      samples: {
        yes: [
          'FRONT_API_TOKEN={jwt:{"iss":"front","scopes":"shared:*"}}',
          'frontApiToken: \'{jwt:{"iss":"front","scopes":"shared:*"}}\'',
        ],
        no: ['FRONT_API_TOKEN=your_front_api_token', 'checksum = "{jwt:{"iss":"front","scopes":"shared:*"}}"'],
      },
    },
  ],
});
