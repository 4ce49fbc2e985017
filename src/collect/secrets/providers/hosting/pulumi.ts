import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'pulumi',
  name: 'Pulumi',
  category: 'hosting',
  rotation: {
    kind: 'overlap',
    at: 'https://app.pulumi.com/account/tokens',
    notes: ['The state of a stack may hold other secrets: rotate those too if the token was public.'],
  },
  rules: [
    {
      id: 'pulumi-access-token',
      name: 'Pulumi access token',
      anchors: ['pul-'],
      pattern: /(?<![\w-])(pul-[0-9a-f]{40})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Read the state of your stacks and decrypt its secrets, and change what they run.',
      verify: {
        url: 'https://api.pulumi.com/api/user',
        headers: { authorization: 'token {secret}' },
        live: [200],
        dead: [401],
      },
      samples: { yes: ['PULUMI_ACCESS_TOKEN=pul-{hex:40}', '"pul-{hex:40}"'], no: ['pul-xxx', 'pul-{hex:12}'] },
    },
  ],
});
