import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sanity',
  name: 'Sanity',
  category: 'data',
  rotation: {
    kind: 'overlap',
    at: 'https://www.sanity.io/manage',
    notes: ['Project, API, Tokens: make the new one, deploy it, delete the old.'],
  },
  rules: [
    {
      id: 'sanity-token',
      name: 'Sanity API token',
      anchors: ['sanity'],
      pattern: assigned('sanity', 'token|key|secret', 'sk[A-Za-z0-9]{78,200}'),
      reach: [24, 360],
      power: 'data',
      impact: 'Read drafts and, with editor rights, change or delete all content of the project.',
      verify: {
        url: 'https://api.sanity.io/v2021-06-07/users/me',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: [
          'SANITY_API_TOKEN=sk{alnum:178}',
          "sanityClient({ projectId: 'abc', dataset: 'production', token: 'sk{alnum:178}' })",
        ],
        no: ['SANITY_API_TOKEN=sk...', 'SANITY_API_TOKEN=sk{alnum:20}', 'TOKEN=sk{alnum:178}'],
      },
    },
  ],
});
