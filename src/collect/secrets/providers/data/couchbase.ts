import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'couchbase',
  name: 'Couchbase Capella',
  category: 'data',
  rotation: { kind: 'instant', at: 'https://cloud.couchbase.com/' },
  rules: [
    {
      id: 'couchbase-api-secret',
      name: 'Couchbase Capella API key secret',
      anchors: ['couchbase', 'capella'],
      pattern: assigned('couchbase|capella', 'secret|api[_-]?key|token', '[A-Za-z0-9+/]{60,120}={0,2}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Add database users, open the allowed addresses, or delete clusters, as far as its role goes.',
      samples: {
        yes: ['CAPELLA_API_SECRET={base64:86}==', 'couchbase: { apiKeySecret: "{base64:64}" }'],
        no: ['CAPELLA_API_SECRET=your_secret', 'API_SECRET={base64:86}==', 'CAPELLA_API_SECRET={alnum:20}'],
      },
    },
  ],
});
