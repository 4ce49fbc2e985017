import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ifttt',
  name: 'IFTTT',
  category: 'other',
  rotation: { kind: 'instant', at: 'https://ifttt.com/maker_webhooks/settings' },
  rules: [
    {
      id: 'ifttt-webhook-key',
      name: 'IFTTT webhooks key',
      anchors: ['maker.ifttt.com/'],
      pattern: /maker\.ifttt\.com\/(?:trigger\/[\w-]{1,80}\/(?:json\/)?with\/key|use)\/([\w-]{22,43})(?![\w-])/,
      power: 'limited',
      impact: 'Start your applets with made-up data.',
      samples: {
        yes: [
          'https://maker.ifttt.com/trigger/sold/with/key/{alnum:22}',
          '"https://maker.ifttt.com/use/{base64url:43}"',
        ],
        no: ['https://maker.ifttt.com/trigger/{event}/with/key/{key}'],
      },
    },
  ],
});
