import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'zapier',
  name: 'Zapier',
  category: 'other',
  rotation: {
    kind: 'instant',
    at: 'https://zapier.com/app/zaps',
    notes: ['Make a new catch hook in the Zap and switch the old one off.'],
  },
  rules: [
    {
      id: 'zapier-webhook',
      name: 'Zapier webhook',
      anchors: ['hooks.zapier.com/hooks'],
      pattern: /hooks\.zapier\.com\/hooks\/(?:standard\/)?catch\/(\d{4,12}\/[A-Za-z0-9]{6,12})(?![\w-])/,
      power: 'limited',
      impact: 'Start your Zap with made-up data: fake orders, sign-ups or messages.',
      samples: {
        yes: [
          'ZAPIER_WEBHOOK=https://hooks.zapier.com/hooks/catch/{digit:8}/{lower:7}/',
          'fetch("https://hooks.zapier.com/hooks/catch/{digit:7}/b{lower:6}")',
        ],
        no: ['https://hooks.zapier.com/hooks/catch/xxx/yyy', 'https://hooks.zapier.com/hooks/catch/'],
      },
    },
  ],
});
