import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'elastic',
  name: 'Elastic',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://cloud.elastic.co/account/keys' },
  rules: [
    {
      id: 'elastic-cloud-key',
      name: 'Elastic Cloud API key',
      anchors: ['essu_'],
      pattern: /\b(essu_[A-Za-z0-9_-]{60,200}={0,2})(?![A-Za-z0-9_=-])/,
      power: 'infrastructure',
      impact: 'Reset passwords of, change or delete every deployment of the organization.',
      verify: {
        url: 'https://api.elastic-cloud.com/api/v1/deployments',
        headers: { authorization: 'ApiKey {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['EC_API_KEY=essu_{alnum:80}', 'Authorization: ApiKey essu_{alnum:78}=='],
        no: ['essu_abc123', 'ess_{alnum:80}'],
      },
    },
    {
      id: 'elastic-search-key',
      name: 'Elasticsearch API key',
      anchors: ['elastic', 'es_api_key'],
      pattern: assigned(
        'elastic(?:search)?|\\bes_',
        'api[_-]?key',
        '[A-Za-z0-9_-]{58}==|[A-Za-z0-9_-]{20}:[A-Za-z0-9_-]{22}',
      ),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Search, change or delete the indices its role may touch.',
      samples: {
        yes: [
          'ELASTICSEARCH_API_KEY={alnum:58}==',
          "new Client({ node, auth: { apiKey: 'x' } }) // elastic api_key: {alnum:58}==",
        ],
        no: ['ELASTICSEARCH_API_KEY=your_api_key', 'API_KEY={alnum:58}==', 'ELASTIC_API_KEY={alnum:20}'],
      },
    },
  ],
});
