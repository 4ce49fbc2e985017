import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'crisp',
  name: 'Crisp',
  category: 'chat',
  rotation: { kind: 'instant', at: 'https://app.crisp.chat/settings/' },
  rules: [
    {
      id: 'crisp-token-key',
      name: 'Crisp API token key',
      anchors: [
        'crisp_token',
        'crisp_api',
        'crisp_plugin',
        'crisp_key',
        'crisp_secret',
        'crisptoken',
        'crispapi',
        'crispkey',
      ],
      pattern: assigned('(?<![a-z])crisp(?=[_.-]?(?:api|token|plugin|key|secret|chat))', KEY, '[0-9a-f]{64}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every chat with your customers and answer in your name.',
      samples: {
        yes: ['CRISP_TOKEN_KEY={hex:64}', "crispTokenKey: '{hex:64}'"],
        no: ['CRISP_TOKEN_KEY=your_crisp_token_key', 'checksum = "{hex:64}"', 'CRISP_TOKEN_KEY={hex:67}'],
      },
    },
  ],
});
