import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pushover',
  name: 'Pushover',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://pushover.net/apps' },
  rules: [
    {
      id: 'pushover-token',
      name: 'Pushover token',
      anchors: ['pushover'],
      pattern: assigned('pushover', 'token|key', '[au][a-z0-9]{29}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send notifications to your phone.',
      samples: {
        yes: ['PUSHOVER_TOKEN=a{lower:29}', "pushoverToken: 'a{lower:29}'"],
        no: ['PUSHOVER_TOKEN=your_pushover_token', 'checksum = "a{lower:29}"', 'PUSHOVER_TOKEN=a{lower:32}'],
      },
    },
  ],
});
