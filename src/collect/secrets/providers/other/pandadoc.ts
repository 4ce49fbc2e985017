import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pandadoc',
  name: 'PandaDoc',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://app.pandadoc.com/a/#/settings/api-dashboard/configuration' },
  rules: [
    {
      id: 'pandadoc-api-key',
      name: 'PandaDoc API key',
      anchors: ['pandadoc', 'panda_doc'],
      pattern: assigned('panda[_.-]?doc', KEY, '[0-9a-f]{40}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and send your contracts.',
      verify: {
        url: 'https://api.pandadoc.com/public/v1/members/current/',
        headers: { authorization: 'API-Key {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['PANDADOC_API_KEY={hex:40}', "pandadocApiKey: '{hex:40}'"],
        no: ['PANDADOC_API_KEY=your_pandadoc_api_key', 'checksum = "{hex:40}"', 'PANDADOC_API_KEY={hex:43}'],
      },
    },
  ],
});
