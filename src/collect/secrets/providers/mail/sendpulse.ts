import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sendpulse',
  name: 'SendPulse',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://login.sendpulse.com/settings/#api',
  },
  rules: [
    {
      id: 'sendpulse-secret',
      name: 'SendPulse API secret',
      anchors: ['sendpulse'],
      pattern: assigned('sendpulse', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read your mailing lists and send mail, SMS and push as you.',
      samples: {
        yes: ['SENDPULSE_SECRET={hex:32}', 'sendpulse: { clientSecret: "{hex:32}" }'],
        no: ['SENDPULSE_SECRET=secret', 'SENDPULSE_LIST={hex:32}'],
      },
    },
  ],
});
