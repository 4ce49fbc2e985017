import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'foursquare',
  name: 'Foursquare',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://foursquare.com/developers/orgs' },
  rules: [
    {
      id: 'foursquare-api-key',
      name: 'Foursquare API key',
      anchors: ['fsq3'],
      pattern: /(?<![A-Za-z0-9+/])(fsq3[A-Za-z0-9+/]{43}=)(?![A-Za-z0-9+/=])/,
      power: 'limited',
      impact: 'Look up places on your plan.',
      samples: {
        yes: ['FOURSQUARE_API_KEY=fsq3{base64:43}=', '"Authorization": "fsq3{base64:43}="'],
        no: ['fsq3_token', 'fsq3{alnum:8}='],
      },
    },
    {
      id: 'foursquare-client-secret',
      name: 'Foursquare client secret',
      anchors: ['foursquare'],
      pattern: assigned('foursquare', 'secret', '[A-Z0-9]{48}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Look up places on your plan.',
      samples: {
        yes: ['FOURSQUARE_CLIENT_SECRET={upper:48}', "foursquareClientSecret: '{upper:48}'"],
        no: [
          'FOURSQUARE_CLIENT_SECRET=your_foursquare_client_secret',
          'checksum = "{upper:48}"',
          'FOURSQUARE_CLIENT_SECRET={upper:51}',
        ],
      },
    },
  ],
});
