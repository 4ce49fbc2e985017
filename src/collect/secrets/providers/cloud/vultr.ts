import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'vultr',
  name: 'Vultr',
  category: 'cloud',
  rotation: {
    kind: 'instant',
    at: 'https://my.vultr.com/settings/#settingsapi',
    notes: ['Regenerating stops the old key at once; add a sub-user with a key of its own to overlap.'],
  },
  rules: [
    {
      id: 'vultr-api-key',
      name: 'Vultr API key',
      anchors: ['vultr'],
      pattern: assigned('vultr', KEY, '[A-Z2-7]{36}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Create, read and destroy your servers and DNS.',
      verify: {
        url: 'https://api.vultr.com/v2/account',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['VULTR_API_KEY={base32:36}', 'vultr: { apiKey: "{base32:36}" }'],
        no: ['VULTR_API_KEY=your-key', 'VULTR_API_KEY={base32:12}'],
      },
    },
  ],
});
