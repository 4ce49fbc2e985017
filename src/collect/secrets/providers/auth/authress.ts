import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'authress',
  name: 'Authress',
  category: 'auth',
  rotation: { kind: 'overlap', at: 'https://authress.io/app/#/settings?focus=clients' },
  rules: [
    {
      id: 'authress-access-key',
      name: 'Authress service client access key',
      anchors: ['.acc_', '.acc-'],
      pattern:
        /\b((?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[A-Za-z0-9+/_=-]{30,120})(?![A-Za-z0-9+/_=-])/,
      reach: [64, 240],
      power: 'identity',
      impact: 'Read and change who may do what, for every user and tenant.',
      samples: {
        yes: [
          'AUTHRESS_KEY=sc_{alnum:24}.{lower:4}.acc-{lower:14}.MC4CAQAwBQYDK2Vw{base64:48}',
          'accessKey: "ext_{alnum:12}.{lower:5}.acc_{lower:12}.{base64url:63}a"',
        ],
        no: ['sc_your.key.acc_account.secret', 'x.acc_{alnum:8}'],
      },
    },
  ],
});
