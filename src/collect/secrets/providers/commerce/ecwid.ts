import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ecwid',
  name: 'Ecwid',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://my.ecwid.com/cp/#develop-apps' },
  rules: [
    {
      id: 'ecwid-secret-token',
      name: 'Ecwid secret token',
      anchors: ['ecwid'],
      pattern: assigned('ecwid', 'token|key|secret', 'secret_[A-Za-z0-9]{32}'),
      power: 'data',
      impact: 'Read and change orders, customers and products of the store.',
      samples: {
        yes: ['ECWID_SECRET_TOKEN=secret_{alnum:32}', 'ecwid: { storeId: 1, token: "secret_{alnum:32}" }'],
        no: ['ECWID_SECRET_TOKEN=secret_your', 'TOKEN=secret_{alnum:32}', 'ECWID_PUBLIC_TOKEN=public_{alnum:32}'],
      },
    },
  ],
});
