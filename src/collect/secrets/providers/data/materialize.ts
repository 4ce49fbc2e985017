import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'materialize',
  name: 'Materialize',
  category: 'data',
  rotation: { kind: 'overlap', at: 'https://console.materialize.com/access' },
  rules: [
    {
      id: 'materialize-app-password',
      name: 'Materialize app password',
      anchors: ['mzp_'],
      pattern: /\b(mzp_[0-9a-f]{64})(?![0-9a-zA-Z])/,
      power: 'data',
      impact: 'Sign in and query every view and source the person may see.',
      samples: {
        yes: ['MZ_PASSWORD=mzp_{hex:64}', 'password: "mzp_{hex:64}"'],
        no: ['mzp_your_password', 'mzp_{hex:20}'],
      },
    },
  ],
});
