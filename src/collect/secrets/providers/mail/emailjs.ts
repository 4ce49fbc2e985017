import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'emailjs',
  name: 'EmailJS',
  category: 'mail',
  rotation: {
    kind: 'instant',
    at: 'https://dashboard.emailjs.com/admin/account',
    notes: [
      'The public key may stand in a browser; turn on the private key for the API so that it alone does not send.',
    ],
  },
  rules: [
    {
      id: 'emailjs-private-key',
      name: 'EmailJS private key',
      anchors: ['emailjs'],
      pattern: assigned('emailjs', '(?:private|secret|access)[a-z0-9_.-]{0,8}(?:key|token)', String.raw`[\w-]{21}`),
      identifiedBy: 'context',
      power: 'messages',
      impact: 'Send mail through your connected mailbox from any server.',
      samples: {
        yes: ['EMAILJS_PRIVATE_KEY={base64url:20}a', 'emailjsPrivateKey: "{alnum:21}"'],
        no: ['EMAILJS_PUBLIC_KEY={alnum:17}', 'EMAILJS_PRIVATE_KEY=your_private_key'],
      },
    },
  ],
});
