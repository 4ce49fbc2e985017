import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'make',
  name: 'Make (Integromat)',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://www.make.com/en/help/tools/webhooks' },
  rules: [
    {
      id: 'make-webhook',
      name: 'Make webhook',
      anchors: ['.make.com/', 'hook.integromat.com/'],
      pattern: /(?:hook\.(?:[a-z]{2}\d\.)?make(?:\.celonis)?\.com|hook\.integromat\.com)\/([a-z0-9]{30,36})(?![\w-])/,
      power: 'limited',
      impact: 'Start your scenario with made-up data: fake orders, sign-ups or messages.',
      samples: {
        yes: ['MAKE_WEBHOOK_URL=https://hook.eu2.make.com/{lower:32}', '"https://hook.integromat.com/{lower:32}"'],
        no: ['https://www.make.com/en/help', 'https://hook.eu1.make.com/your-webhook-id'],
      },
    },
  ],
});
