import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bunny',
  name: 'bunny.net',
  category: 'cloud',
  rotation: {
    kind: 'instant',
    at: 'https://dash.bunny.net/account/api-key',
    notes: ['Resetting the account key stops the old one at once; a storage password has its own page.'],
  },
  rules: [
    {
      id: 'bunny-account-key',
      name: 'bunny.net account API key',
      anchors: ['bunny'],
      pattern: assigned('bunny', KEY, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{20}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
      power: 'infrastructure',
      impact: 'Everything in the account: pull zones, storage, DNS, billing.',
      verify: {
        url: 'https://api.bunny.net/storagezone?page=1&perPage=5',
        headers: { accesskey: '{secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['BUNNY_API_KEY={uuid}{uuid}', 'bunny: { accessKey: "{uuid}{uuid}" }'],
        no: ['BUNNY_API_KEY=key', 'BUNNY_LIBRARY={uuid}{uuid}'],
      },
    },
    {
      id: 'bunny-storage-password',
      name: 'bunny.net storage password',
      anchors: ['bunny'],
      pattern: assigned('bunny', KEY, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{4}'),
      power: 'data',
      impact: 'Read, replace and delete every file of the storage zone.',
      samples: {
        yes: [
          'BUNNY_STORAGE_PASSWORD={hex:8}-{hex:4}-{hex:4}-{hex:12}-{hex:4}-{hex:4}',
          'bunnyAccessKey: "{hex:8}-{hex:4}-{hex:4}-{hex:12}-{hex:4}-{hex:4}"',
        ],
        no: ['BUNNY_STORAGE_PASSWORD=password', 'BUNNY_API_KEY={uuid}'],
      },
    },
  ],
});
