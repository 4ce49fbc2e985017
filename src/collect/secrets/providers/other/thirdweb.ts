import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'thirdweb',
  name: 'thirdweb',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://thirdweb.com/team' },
  rules: [
    {
      id: 'thirdweb-secret-key',
      name: 'thirdweb secret key',
      anchors: ['thirdweb', 'third_web', 'tw_secret'],
      pattern: assigned('(?:third[_.-]?web|tw[_.-]?)', 'secret', '[A-Za-z0-9_-]{86}'),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Use your wallets and gas on your plan.',
      samples: {
        yes: ['THIRDWEB_SECRET_KEY={alnum:86}', "thirdwebSecretKey: '{alnum:86}'"],
        no: [
          'THIRDWEB_SECRET_KEY=your_thirdweb_secret_key',
          'checksum = "{alnum:86}"',
          'THIRDWEB_SECRET_KEY={alnum:89}',
        ],
      },
    },
  ],
});
