import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'aikido',
  name: 'Aikido',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.aikido.dev/settings/integrations/api' },
  rules: [
    {
      id: 'aikido-client-secret',
      name: 'Aikido client secret',
      anchors: ['AIK_SECRET_'],
      pattern: /\b(AIK_SECRET_[A-Za-z0-9]{64})(?![\w-])/,
      power: 'data',
      impact: 'Read the vulnerabilities found in your code.',
      samples: {
        yes: ['AIKIDO_CLIENT_SECRET=AIK_SECRET_{alnum:64}', '"AIK_SECRET_{alnum:64}"'],
        no: ['AIK_SECRET_short'],
      },
    },
    {
      id: 'aikido-ci-token',
      name: 'Aikido CI token',
      anchors: ['AIK_CI_'],
      pattern: /\b(AIK_CI_[A-Za-z0-9]{20,64})(?![\w-])/,
      power: 'limited',
      impact: 'Start scans of your repositories.',
      samples: { yes: ['AIKIDO_TOKEN=AIK_CI_{alnum:32}', '"AIK_CI_{alnum:24}"'], no: ['AIK_CI_short'] },
    },
  ],
});
