import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'msg91',
  name: 'MSG91',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://control.msg91.com/app/' },
  rules: [
    {
      id: 'msg91-auth-key',
      name: 'MSG91 auth key',
      anchors: ['msg91'],
      pattern: assigned('msg91', 'key', '\\d{5,6}[A-Za-z0-9]{16,24}P1'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Send texts and one-time codes on your balance.',
      samples: {
        yes: ['MSG91_AUTH_KEY={digit:6}{alnum:20}P1', "msg91AuthKey: '{digit:6}{alnum:20}P1'"],
        no: ['MSG91_AUTH_KEY=your_msg91_auth_key', 'checksum = "{digit:6}{alnum:20}P1"'],
      },
    },
  ],
});
