import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'maxmind',
  name: 'MaxMind',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.maxmind.com/en/accounts/current/license-key' },
  rules: [
    {
      id: 'maxmind-license-key',
      name: 'MaxMind license key',
      anchors: ['_mmk'],
      pattern: /(?<![A-Za-z0-9])([A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk)(?![\w-])/,
      power: 'limited',
      impact: 'Download databases and score orders on your account.',
      samples: {
        yes: ['MAXMIND_LICENSE_KEY={alnum:6}_{alnum:29}_mmk', '"{alnum:6}_{alnum:29}_mmk"'],
        no: ['key_mmk', '{alnum:6}_{alnum:10}_mmk'],
      },
    },
  ],
});
