import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'elastic-apm',
  name: 'Elastic APM',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://www.elastic.co/docs/solutions/observability/apm/secret-token' },
  rules: [
    {
      id: 'elastic-apm-secret-token',
      name: 'Elastic APM secret token',
      anchors: ['elastic_apm', 'elasticapm'],
      pattern: assigned('elastic[_.-]?apm', 'token|key', '[A-Za-z0-9_=-]{18,64}'),
      identifiedBy: 'context',
      power: 'limited',
      impact: 'Send made-up traces.',
      samples: {
        yes: ['ELASTIC_APM_SECRET_TOKEN={alnum:22}', "elasticApmSecretToken: '{alnum:22}'"],
        no: ['ELASTIC_APM_SECRET_TOKEN=your_elastic_apm_secret_token', 'checksum = "{alnum:22}"'],
      },
    },
  ],
});
