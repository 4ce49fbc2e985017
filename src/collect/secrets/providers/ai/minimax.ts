import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'minimax',
  name: 'MiniMax',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.minimax.io/user-center/basic-information/interface-key',
  },
  rules: [
    {
      id: 'minimax-api-key',
      name: 'MiniMax API key',
      anchors: ['sk-api-'],
      pattern: /\b(sk-api-[\w-]{110,130})(?![\w-])/,
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['MINIMAX_API_KEY=sk-api-{base64url:118}a', 'apiKey: "sk-api-{base64url:118}b"'],
        no: ['sk-api-key-here', 'sk-api-{alnum:20}'],
      },
    },
  ],
});
