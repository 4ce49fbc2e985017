import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cartesia',
  name: 'Cartesia',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://play.cartesia.ai/keys',
  },
  rules: [
    {
      id: 'cartesia-api-key',
      name: 'Cartesia API key',
      anchors: ['sk_car_'],
      pattern: /\b(sk_car_[\w-]{18,48})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['CARTESIA_API_KEY=sk_car_{alnum:22}', '"X-API-Key": "sk_car_{alnum:22}"'],
        no: ['sk_car_xxx', 'CARTESIA_API_KEY=sk_car_{alnum:4}'],
      },
    },
  ],
});
