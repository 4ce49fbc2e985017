import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pinata',
  name: 'Pinata',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://app.pinata.cloud/developers/api-keys' },
  rules: [
    {
      id: 'pinata-jwt',
      name: 'Pinata JWT',
      anchors: ['pinata'],
      pattern: assigned('pinata', 'key|token|jwt', 'eyJ[\\w-]{10,200}\\.eyJ[\\w-]{30,800}\\.[\\w-]{40,700}'),
      reach: [48, 1600],
      identifiedBy: 'context',
      power: 'data',
      impact: 'Upload, list and remove your pinned files.',
      verify: {
        url: 'https://api.pinata.cloud/data/testAuthentication',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'PINATA_JWT={jwt:{"userInformation":"x","authenticationType":"scopedKey","scopedKeyKey":"a","exp":1790000000}}',
          'pinataJwt: \'{jwt:{"userInformation":"x","authenticationType":"scopedKey","scopedKeyKey":"a","exp":1790000000}}\'',
        ],
        no: [
          'PINATA_JWT=your_pinata_jwt',
          'checksum = "{jwt:{"userInformation":"x","authenticationType":"scopedKey","scopedKeyKey":"a","exp":1790000000}}"',
        ],
      },
    },
    {
      id: 'pinata-api-secret',
      name: 'Pinata API secret',
      anchors: ['pinata'],
      pattern: assigned('pinata', 'secret', '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Upload, list and remove your pinned files.',
      samples: {
        yes: ['PINATA_API_SECRET={hex:64}', "pinataApiSecret: '{hex:64}'", 'PINATA_SECRET_API_KEY={hex:64}'],
        no: ['PINATA_API_SECRET=your_pinata_api_secret', 'checksum = "{hex:64}"', 'PINATA_API_SECRET={hex:67}'],
      },
    },
  ],
});
