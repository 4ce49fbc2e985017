import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'telnyx',
  name: 'Telnyx',
  category: 'chat',
  rotation: { kind: 'overlap', at: 'https://portal.telnyx.com/#/api-keys' },
  rules: [
    {
      id: 'telnyx-api-key',
      name: 'Telnyx API key',
      anchors: ['KEY01'],
      pattern: /\b(KEY01[0-9A-F]{30}_[A-Za-z0-9]{22})(?![\w-])/,
      power: 'spend',
      impact: 'Send texts and calls on your balance, and buy or move phone numbers.',
      verify: {
        url: 'https://api.telnyx.com/v2/balance',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['TELNYX_API_KEY=KEY01{HEX:30}_{alnum:22}', 'new Telnyx("KEY01{HEX:30}_{alnum:22}")'],
        no: ['KEY01 = value', 'KEY01{HEX:30}_short'],
      },
    },
  ],
});
