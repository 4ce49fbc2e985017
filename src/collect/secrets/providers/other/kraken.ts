import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'kraken',
  name: 'Kraken',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://pro.kraken.com/app/settings/api' },
  rules: [
    {
      id: 'kraken-private-key',
      name: 'Kraken private key',
      anchors: ['kraken'],
      pattern: assigned('kraken', 'secret|private|key', '[A-Za-z0-9+/]{86}=='),
      identifiedBy: 'context',
      power: 'money',
      impact: 'Trade, and withdraw if the key may.',
      samples: {
        yes: ['KRAKEN_PRIVATE_KEY={base64:86}==', "krakenPrivateKey: '{base64:86}=='"],
        no: ['KRAKEN_PRIVATE_KEY=your_kraken_private_key', 'checksum = "{base64:86}=="'],
      },
    },
  ],
});
