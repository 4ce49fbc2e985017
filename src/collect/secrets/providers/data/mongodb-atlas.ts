import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'mongodb-atlas',
  name: 'MongoDB Atlas',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.mongodb.com/v2#/preferences/organizations',
    notes: ['Restrict the new key to the addresses that use it (Access list).'],
  },
  rules: [
    {
      id: 'mongodb-atlas-service-account-secret',
      name: 'MongoDB Atlas service account secret',
      anchors: ['mdb_sa_sk_'],
      pattern: /\b(mdb_sa_sk_[A-Za-z0-9_-]{40})(?![A-Za-z0-9_-])/,
      power: 'infrastructure',
      impact: 'With the client id: add database users, open the network list, read or delete every cluster.',
      samples: {
        yes: ['MDB_MCP_API_CLIENT_SECRET="mdb_sa_sk_{alnum:40}"', 'clientSecret: mdb_sa_sk_{alnum:20}-{alnum:19}'],
        no: ['mdb_sa_sk_your_secret', 'mdb_sa_sk_{alnum:20}', 'mdb_sa_id_{hex:24}'],
      },
    },
    {
      id: 'mongodb-atlas-private-key',
      name: 'MongoDB Atlas private API key',
      anchors: ['atlas', 'mongodb'],
      pattern: assigned(
        'atlas|mongodb|mcli',
        'private',
        '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}',
      ),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'With the public key: add database users, open the network list, read or delete every cluster.',
      samples: {
        yes: ['MONGODB_ATLAS_PRIVATE_KEY={uuid}', 'atlas:\n  public_key: abcdefgh\n  private_key: "{uuid}"'],
        no: ['MONGODB_ATLAS_PRIVATE_KEY=your-private-key', 'PRIVATE_KEY={uuid}', 'MONGODB_ATLAS_PROJECT_ID={uuid}'],
      },
    },
    {
      id: 'mongodb-atlas-app-key',
      name: 'MongoDB Atlas Data API key',
      anchors: ['atlas', 'mongodb', 'realm'],
      pattern: assigned('mongodb|atlas|realm', 'api[_-]?key', '[A-Za-z0-9]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the collections that its role may touch.',
      samples: {
        yes: ['MONGODB_DATA_API_KEY={alnum:64}', "atlas: { apiKey: '{alnum:64}' }"],
        no: ['MONGODB_DATA_API_KEY=your_data_api_key', 'DATA_API_KEY={alnum:64}'],
      },
    },
  ],
});
