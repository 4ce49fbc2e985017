import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'avalara',
  name: 'Avalara',
  category: 'commerce',
  rotation: {
    kind: 'instant',
    at: 'https://admin.avalara.com/license-keys',
    notes: ['Generating a license key ends the old one of the account at once.'],
  },
  rules: [
    {
      id: 'avalara-license-key',
      name: 'Avalara license key',
      anchors: ['avalara', 'avatax'],
      pattern: assigned('avalara|avatax', 'license|licence|passw|key', '[0-9A-F]{16}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'With the account number: read and change the sales your tax returns are made from.',
      samples: {
        yes: ['AVALARA_LICENSE_KEY={HEX:16}', "avatax: { accountId: '200', licenseKey: '{HEX:16}' }"],
        no: ['AVALARA_LICENSE_KEY=your_license_key', 'LICENSE_KEY={HEX:16}', 'AVALARA_LICENSE_KEY={HEX:8}'],
      },
    },
  ],
});
