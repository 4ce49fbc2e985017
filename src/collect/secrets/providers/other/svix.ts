import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'svix',
  name: 'Svix',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://dashboard.svix.com/' },
  rules: [
    {
      id: 'svix-api-token',
      name: 'Svix API token',
      anchors: ['svix'],
      pattern: assigned('svix', '', '(?:testsk|sk)_[A-Za-z0-9_-]{30,64}\\.(?:us|eu|ca|in|au)'),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send made-up webhooks to your customers.',
      samples: {
        yes: ['SVIX_TOKEN=sk_{alnum:32}.us', "svixToken: 'sk_{alnum:32}.us'"],
        no: ['SVIX_TOKEN=your_svix_token', 'checksum = "sk_{alnum:32}.us"'],
      },
    },
  ],
});
