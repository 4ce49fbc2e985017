import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'airtable',
  name: 'Airtable',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://airtable.com/create/tokens',
    notes: ['Give the new token only the bases and scopes it needs.'],
  },
  rules: [
    {
      id: 'airtable-personal-token',
      name: 'Airtable personal access token',
      anchors: ['airtable'],
      pattern: assigned('airtable', 'key|token|secret|pat|bearer', 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}'),
      power: 'data',
      impact: 'Read and change the bases it was made for: often orders, sellers and customers.',
      verify: {
        url: 'https://api.airtable.com/v0/meta/whoami',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['AIRTABLE_API_KEY=pat{alnum:14}.{hex:64}', "new Airtable({ apiKey: 'pat{alnum:14}.{hex:64}' })"],
        no: ['AIRTABLE_API_KEY=patXXXXXXXXXXXXXX.xxxx', 'pat{alnum:14}.{hex:32}', 'path.{hex:64}'],
      },
    },
    {
      id: 'airtable-bearer-token',
      name: 'Airtable personal access token',
      anchors: ['bearer pat'],
      pattern: /\bBearer (pat[A-Za-z0-9]{14}\.[0-9a-f]{64})(?![A-Za-z0-9])/i,
      power: 'data',
      impact: 'Read and change the bases it was made for: often orders, sellers and customers.',
      samples: {
        yes: [
          "curl -H 'Authorization: Bearer pat{alnum:14}.{hex:64}'",
          'headers: { Authorization: "Bearer pat{alnum:14}.{hex:64}" }',
        ],
        no: ['Authorization: Bearer path.{hex:64}', 'Authorization: Bearer patXXXXXXXXXXXXXX.xxxx'],
      },
    },
    {
      id: 'airtable-legacy-key',
      name: 'Airtable API key',
      anchors: ['airtable'],
      pattern: assigned('airtable', 'key|token|secret', 'key[A-Za-z0-9]{14}'),
      power: 'data',
      impact: 'Read and change every base of the person who made it (Airtable ended these keys in 2024).',
      samples: {
        yes: ['AIRTABLE_API_KEY=key{alnum:14}', "Airtable.configure({ apiKey: 'key{alnum:14}' })"],
        no: ['AIRTABLE_API_KEY=keyXXXXXXXXXXXXXX', 'API_KEY=key{alnum:14}', 'AIRTABLE_BASE=app{alnum:14}'],
      },
    },
    {
      id: 'airtable-oauth-token',
      name: 'Airtable OAuth access token',
      anchors: ['airtable'],
      pattern: assigned(
        'airtable',
        'token|secret|bearer',
        '[A-Za-z0-9]{8,40}\\.v1\\.[A-Za-z0-9_-]{8,200}\\.[0-9a-f]{40,128}',
      ),
      power: 'data',
      impact: 'Read and change what the person who signed in allowed, for an hour.',
      samples: {
        yes: [
          'AIRTABLE_OAUTH_TOKEN=oaa{alnum:14}.v1.{alnum:60}.{hex:64}',
          '"airtable": { "access_token": "oaa{alnum:14}.v1.{alnum:40}.{hex:64}" }',
        ],
        no: ['AIRTABLE_OAUTH_TOKEN=your_oauth_token', 'TOKEN=oaa{alnum:14}.v1.{alnum:60}.{hex:64}'],
      },
    },
  ],
});
