import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'sendcloud',
  name: 'Sendcloud',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://app.sendcloud.com/v2/settings/integrations/manage' },
  rules: [
    {
      id: 'sendcloud-secret-key',
      name: 'Sendcloud secret key',
      anchors: ['sendcloud', 'send_cloud'],
      pattern: assigned('send_?cloud', 'secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'With the public key: buy shipping labels and read the addresses of your customers.',
      samples: {
        yes: ['SENDCLOUD_SECRET_KEY={hex:32}', 'sendcloud: { publicKey: "{hex:32}", secretKey: "{hex:32}" }'],
        no: ['SENDCLOUD_SECRET_KEY=your_secret_key', 'SECRET_KEY={hex:32}', 'SENDCLOUD_PUBLIC_KEY={hex:32}'],
      },
    },
  ],
});
