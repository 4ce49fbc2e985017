import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vonage',
  name: 'Vonage',
  category: 'chat',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.nexmo.com/settings',
    notes: ['Two API secrets can live side by side: create the second, deploy it, delete the first.'],
  },
  rules: [
    {
      id: 'vonage-api-secret',
      name: 'Vonage API secret',
      anchors: ['vonage', 'nexmo'],
      pattern: assigned('(?:vonage|nexmo)', 'secret', '[A-Za-z0-9]{16}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and calls on your balance and read delivery reports.',
      samples: {
        yes: ['VONAGE_API_SECRET={alnum:16}', "vonageApiSecret: '{alnum:16}'", 'NEXMO_API_SECRET="{alnum:16}"'],
        no: ['VONAGE_API_SECRET=your_vonage_api_secret', 'checksum = "{alnum:16}"', 'VONAGE_API_SECRET={alnum:19}'],
      },
    },
  ],
});
