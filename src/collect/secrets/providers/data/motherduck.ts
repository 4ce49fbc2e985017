import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'motherduck',
  name: 'MotherDuck',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://app.motherduck.com/settings/tokens' },
  rules: [
    {
      id: 'motherduck-token',
      name: 'MotherDuck access token',
      anchors: ['motherduck'],
      pattern: assigned(
        'motherduck',
        'token',
        'eyJ[A-Za-z0-9_-]{20,80}\\.eyJ[A-Za-z0-9_-]{40,500}\\.[A-Za-z0-9_-]{40,90}',
      ),
      reach: [24, 800],
      power: 'data',
      impact: 'Query and change every database of the account.',
      samples: {
        yes: [
          'MOTHERDUCK_TOKEN=eyJ{base64url:33}.eyJ{base64url:220}.{base64url:42}a',
          'motherduck_token: "eyJ{base64url:33}.eyJ{base64url:240}.{base64url:42}a"',
        ],
        no: ['MOTHERDUCK_TOKEN=your_token', 'MOTHERDUCK_TOKEN=eyJ{base64url:33}'],
      },
    },
  ],
});
