import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'appwrite',
  name: 'Appwrite',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://cloud.appwrite.io/console',
    notes: ['Project, Overview, API keys: give the new key only the scopes it needs.'],
  },
  rules: [
    {
      id: 'appwrite-api-key',
      name: 'Appwrite API key',
      anchors: ['standard_', 'appwrite'],
      pattern: /\b(standard_[0-9a-f]{200,280})(?![0-9a-zA-Z])/,
      reach: [24, 320],
      power: 'data',
      impact: 'Read, change and delete documents, files and users, as far as its scopes go.',
      samples: {
        yes: ['APPWRITE_API_KEY=standard_{hex:256}', "client.setKey('standard_{hex:256}')"],
        no: ['APPWRITE_API_KEY=standard_xxxxxxxxxxxxxxxxxxxxxxxx', 'standard_{hex:40}', 'standard_deviation'],
      },
    },
    {
      id: 'appwrite-legacy-key',
      name: 'Appwrite API key',
      anchors: ['appwrite'],
      pattern: assigned('appwrite', 'key|secret', '[0-9a-f]{200,280}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read, change and delete documents, files and users, as far as its scopes go.',
      samples: {
        yes: ['APPWRITE_API_KEY={hex:256}', 'appwrite: { apiKey: "{hex:256}" }'],
        no: ['APPWRITE_API_KEY=your_api_key', 'API_KEY={hex:256}'],
      },
    },
  ],
});
