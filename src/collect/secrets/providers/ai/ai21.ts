import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'ai21',
  name: 'AI21',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://studio.ai21.com/v2/account/api-key',
  },
  rules: [
    {
      id: 'ai21-api-key',
      name: 'AI21 API key',
      anchors: ['ai21'],
      pattern: assigned('ai21', KEY, '(?:[0-9A-Za-z]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['AI21_API_KEY={alnum:32}', 'new AI21({ apiKey: "{alnum:32}" })'],
        no: ['AI21_API_KEY=your-key', 'AI21_MODEL={alnum:32}'],
      },
    },
  ],
});
