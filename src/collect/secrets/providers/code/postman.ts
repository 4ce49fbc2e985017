import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'postman',
  name: 'Postman',
  category: 'code',
  rotation: { kind: 'overlap', at: 'https://web.postman.co/settings/me/api-keys' },
  rules: [
    {
      id: 'postman-api-key',
      name: 'Postman API key',
      anchors: ['PMAK-'],
      pattern: /\b(PMAK-[0-9a-f]{24}-[0-9a-f]{34})(?![\w-])/,
      power: 'data',
      impact: 'Read your collections and environments, with the keys stored in them.',
      verify: { url: 'https://api.getpostman.com/me', headers: { 'x-api-key': '{secret}' }, live: [200], dead: [401] },
      samples: {
        yes: ['POSTMAN_API_KEY=PMAK-{hex:24}-{hex:34}', '"X-Api-Key": "PMAK-{hex:24}-{hex:34}"'],
        no: ['PMAK-your-key', 'PMAK-{hex:24}'],
      },
    },
    {
      id: 'postman-collection-key',
      name: 'Postman collection access key',
      anchors: ['PMAT-'],
      pattern: /\b(PMAT-[0-9A-Z]{26})(?![\w-])/,
      power: 'data',
      impact: 'Read one collection.',
      samples: {
        yes: ['https://api.postman.com/collections/123?access_key=PMAT-{upper:26}', '"PMAT-{upper:26}"'],
        no: ['PMAT-short'],
      },
    },
  ],
});
