import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'neo4j',
  name: 'Neo4j',
  category: 'data',
  rotation: { kind: 'instant', at: 'https://console.neo4j.io/' },
  rules: [
    {
      id: 'neo4j-password',
      name: 'Neo4j password',
      anchors: ['neo4j', 'aura_'],
      pattern: assigned('neo4j|aura', 'passw', '[A-Za-z0-9_-]{43}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the whole graph.',
      samples: {
        yes: ['NEO4J_PASSWORD={base64url:42}a', '"neo4j": { "user": "neo4j", "password": "{alnum:43}" }'],
        no: ['NEO4J_PASSWORD=password', 'PASSWORD={alnum:43}', 'NEO4J_PASSWORD=test1234'],
      },
    },
    {
      id: 'neo4j-aura-secret',
      name: 'Neo4j Aura API client secret',
      anchors: ['neo4j', 'aura_'],
      pattern: assigned('neo4j|aura', 'client[_-]?secret', '[A-Za-z0-9_-]{64}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Create, pause or delete every Aura instance.',
      samples: {
        yes: ['AURA_CLIENT_SECRET={alnum:64}', 'neo4j: { clientSecret: "{base64url:63}a" }'],
        no: ['AURA_CLIENT_SECRET=your_client_secret', 'CLIENT_SECRET={alnum:64}'],
      },
    },
  ],
});
