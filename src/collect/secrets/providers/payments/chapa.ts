import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'chapa',
  name: 'Chapa',
  category: 'payments',
  rotation: { kind: 'instant', at: 'https://dashboard.chapa.co/' },
  rules: [
    {
      id: 'chapa-secret-key',
      name: 'Chapa secret key',
      anchors: ['CHASECK-'],
      pattern: /\b(CHASECK-[A-Za-z0-9]{32})(?![A-Za-z0-9])/,
      power: 'money',
      impact: 'Take payments and send your balance to any bank account.',
      samples: {
        yes: ['CHAPA_SECRET_KEY=CHASECK-{alnum:32}', 'Authorization: Bearer CHASECK-{alnum:32}'],
        no: ['CHASECK-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'CHASECK_TEST-{alnum:32}'],
      },
    },
    {
      id: 'chapa-test-key',
      name: 'Chapa test secret key',
      anchors: ['CHASECK_TEST-'],
      pattern: /\b(CHASECK_TEST-[A-Za-z0-9]{32})(?![A-Za-z0-9])/,
      power: 'limited',
      testMode: true,
      impact: 'Create test payments; no real money moves.',
      samples: {
        yes: ['CHAPA_SECRET_KEY=CHASECK_TEST-{alnum:32}', 'token: "CHASECK_TEST-{alnum:32}"'],
        no: ['CHASECK_TEST-your-key', 'CHASECK_TEST-{alnum:8}'],
      },
    },
  ],
});
