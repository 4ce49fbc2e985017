import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'matrix',
  name: 'Matrix',
  category: 'chat',
  rotation: {
    kind: 'instant',
    at: 'https://spec.matrix.org/latest/client-server-api/#logout',
    notes: ['Log the session out; the token dies with it.'],
  },
  rules: [
    {
      id: 'matrix-access-token',
      name: 'Matrix (Synapse) access token',
      anchors: ['syt_'],
      pattern: /\b(syt_[A-Za-z0-9+/]{2,120}={0,2}_[A-Za-z]{20}_[A-Za-z0-9]{6})(?![\w-])/,
      power: 'messages',
      impact: 'Read and post as the person or bot it belongs to.',
      samples: {
        yes: ['MATRIX_TOKEN=syt_{base64:12}_abQkTzVnLpWsXcRmYhDe_{alnum:6}'],
        no: ['syt_token', 'syt_{alnum:10}_{alnum:10}'],
      },
    },
  ],
});
