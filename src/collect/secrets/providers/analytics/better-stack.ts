import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'better-stack',
  name: 'Better Stack',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://betterstack.com/settings/global-api-tokens' },
  rules: [
    {
      id: 'better-stack-api-token',
      name: 'Better Stack API or source token',
      anchors: ['logtail', 'betterstack', 'better_stack', 'betteruptime', 'better_uptime', 'better-stack'],
      pattern: assigned('logtail|better[_.-]?stack|better[_.-]?uptime', KEY, '[A-Za-z0-9]{24}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'A source token sends made-up logs; an API token changes monitors and reads incidents.',
      samples: {
        yes: ['LOGTAIL_SOURCE_TOKEN={alnum:24}', "logtailSourceToken: '{alnum:24}'", 'BETTER_STACK_TOKEN={alnum:24}'],
        no: [
          'LOGTAIL_SOURCE_TOKEN=your_logtail_source_token',
          'checksum = "{alnum:24}"',
          'LOGTAIL_SOURCE_TOKEN={alnum:27}',
        ],
      },
    },
  ],
});
