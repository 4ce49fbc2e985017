import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'datastax',
  name: 'DataStax Astra',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://astra.datastax.com/settings/tokens' },
  rules: [
    {
      id: 'datastax-application-token',
      name: 'Astra application token',
      anchors: ['AstraCS:'],
      pattern: /\b(AstraCS:[A-Za-z0-9]{20,32}:[0-9a-f]{60,70}|AstraCS:[A-Za-z0-9]{36,80})(?![A-Za-z0-9:])/,
      power: 'data',
      impact: 'Read and change the databases its role may touch, an administrator all of them.',
      verify: {
        url: 'https://api.astra.datastax.com/v2/databases',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['ASTRA_DB_APPLICATION_TOKEN=AstraCS:{alnum:24}:{hex:64}', "token: 'AstraCS:{alnum:24}:{hex:64}'"],
        no: ['AstraCS:your_token', 'AstraCS:{alnum:10}'],
      },
    },
  ],
});
