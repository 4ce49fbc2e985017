import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'dwolla',
  name: 'Dwolla',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.dwolla.com/applications-legacy' },
  rules: [
    {
      id: 'dwolla-secret',
      name: 'Dwolla application secret',
      anchors: ['dwolla'],
      pattern: assigned('dwolla', 'secret', '[A-Za-z0-9]{50}'),
      identifiedBy: 'context',
      power: 'money',
      impact: "With the key: move money between your customers' bank accounts.",
      samples: {
        yes: ['DWOLLA_APP_SECRET={alnum:50}', "new dwolla.Client({ key: '{alnum:50}', secret: '{alnum:50}' })"],
        no: ['DWOLLA_APP_SECRET=your_dwolla_secret', 'DWOLLA_APP_SECRET={alnum:32}', 'APP_SECRET={alnum:50}'],
      },
    },
  ],
});
