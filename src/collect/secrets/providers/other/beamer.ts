import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'beamer',
  name: 'Beamer',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://app.getbeamer.com/settings' },
  rules: [
    {
      id: 'beamer-api-key',
      name: 'Beamer API key',
      anchors: ['beamer_', 'beamerapi', 'beamer-api'],
      pattern: assigned('beamer', KEY, 'b_[A-Za-z0-9=_/-]{44}'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Publish announcements to your users.',
      samples: {
        yes: ['BEAMER_API_KEY=b_{alnum:44}', "beamerApiKey: 'b_{alnum:44}'"],
        no: ['BEAMER_API_KEY=your_beamer_api_key', 'checksum = "b_{alnum:44}"', 'BEAMER_API_KEY=b_{alnum:47}'],
      },
    },
  ],
});
