import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'amadeus',
  name: 'Amadeus',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://developers.amadeus.com/my-apps' },
  rules: [
    {
      id: 'amadeus-api-secret',
      name: 'Amadeus API secret',
      anchors: ['amadeus'],
      pattern: assigned('amadeus', 'secret', '[A-Za-z0-9]{16}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Search and book travel on your account.',
      samples: {
        yes: ['AMADEUS_CLIENT_SECRET={alnum:16}', "amadeusClientSecret: '{alnum:16}'"],
        no: [
          'AMADEUS_CLIENT_SECRET=your_amadeus_client_secret',
          'checksum = "{alnum:16}"',
          'AMADEUS_CLIENT_SECRET={alnum:19}',
        ],
      },
    },
  ],
});
