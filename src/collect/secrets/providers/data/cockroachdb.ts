import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cockroachdb',
  name: 'CockroachDB Cloud',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://cockroachlabs.cloud/access',
    notes: ['Access Management, Service Accounts: a service account can hold several keys.'],
  },
  rules: [
    {
      id: 'cockroachdb-api-key',
      name: 'CockroachDB Cloud API key',
      anchors: ['CCDB1_'],
      pattern: /\b(CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40})(?![A-Za-z0-9_])/,
      power: 'infrastructure',
      impact: 'Create database users and change or delete every cluster, as far as its role goes.',
      verify: {
        url: 'https://cockroachlabs.cloud/api/v1/clusters',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['COCKROACH_API_KEY=CCDB1_{alnum:22}_{alnum:40}', 'api_key = "CCDB1_{alnum:22}_{alnum:40}"'],
        no: ['CCDB1_your_key', 'CCDB1_{alnum:8}_{alnum:40}'],
      },
    },
  ],
});
