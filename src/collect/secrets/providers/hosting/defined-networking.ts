import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'defined-networking',
  name: 'Defined Networking',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://admin.defined.net',
  },
  rules: [
    {
      id: 'defined-networking-api-token',
      name: 'Defined Networking API token',
      anchors: ['dnkey-'],
      pattern: /\b(dnkey-[0-9A-Za-z=_-]{26}-[0-9A-Za-z=_-]{52})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Change your private network: add hosts, and open ways to databases and admin pages.',
      samples: {
        yes: ['DN_API_KEY=dnkey-{alnum:26}-{alnum:52}', '"Bearer dnkey-{alnum:26}-{alnum:52}"'],
        no: ['dnkey-xxx', 'dnkey-{alnum:10}'],
      },
    },
  ],
});
