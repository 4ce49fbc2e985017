import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ticketmaster',
  name: 'Ticketmaster',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://developer-acct.ticketmaster.com/user/login' },
  rules: [
    {
      id: 'ticketmaster-api-key',
      name: 'Ticketmaster API key',
      anchors: ['ticketmaster'],
      pattern: assigned('ticketmaster', KEY, '[A-Za-z0-9]{32}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Search events on your quota.',
      samples: {
        yes: ['TICKETMASTER_API_KEY={alnum:32}', "ticketmasterApiKey: '{alnum:32}'"],
        no: [
          'TICKETMASTER_API_KEY=your_ticketmaster_api_key',
          'checksum = "{alnum:32}"',
          'TICKETMASTER_API_KEY={alnum:35}',
        ],
      },
    },
  ],
});
