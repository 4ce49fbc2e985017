import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'africas-talking',
  name: "Africa's Talking",
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://account.africastalking.com/' },
  rules: [
    {
      id: 'africas-talking-api-key',
      name: "Africa's Talking API key",
      anchors: ['atsk_'],
      pattern: /\b(atsk_[0-9a-f]{64,80})(?![\w-])/,
      power: 'spend',
      impact: 'Send texts and airtime on your balance.',
      samples: { yes: ['AT_API_KEY=atsk_{hex:72}', 'apiKey: "atsk_{hex:72}"'], no: ['atsk_your_key', 'atsk_{hex:20}'] },
    },
  ],
});
