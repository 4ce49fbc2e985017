import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'hostinger',
  name: 'Hostinger',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://hpanel.hostinger.com/profile/api',
  },
  rules: [
    {
      id: 'hostinger-api-token',
      name: 'Hostinger API token',
      anchors: ['hostinger'],
      pattern: assigned('hostinger', KEY, '[0-9A-Za-z]{48}'),
      identifiedBy: 'context',
      power: 'infrastructure',
      impact: 'Manage your servers, domains and DNS.',
      samples: {
        yes: ['HOSTINGER_API_TOKEN={alnum:48}', 'hostinger: { apiToken: "{alnum:48}" }'],
        no: ['HOSTINGER_API_TOKEN=token', 'HOSTINGER_HOST={alnum:48}'],
      },
    },
  ],
});
