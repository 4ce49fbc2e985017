import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'loggly',
  name: 'Loggly',
  category: 'analytics',
  rotation: {
    kind: 'overlap',
    at: 'https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm',
  },
  rules: [
    {
      id: 'loggly-token',
      name: 'Loggly customer token',
      anchors: ['loggly'],
      pattern: assigned('loggly', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up logs.',
      samples: {
        yes: ['LOGGLY_TOKEN={uuid}', "logglyToken: '{uuid}'"],
        no: ['LOGGLY_TOKEN=your_loggly_token', 'checksum = "{uuid}"'],
      },
    },
  ],
});
