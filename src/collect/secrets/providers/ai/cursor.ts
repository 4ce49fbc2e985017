import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'cursor',
  name: 'Cursor',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://cursor.com/dashboard?tab=integrations',
  },
  rules: [
    {
      id: 'cursor-api-key',
      name: 'Cursor API key',
      anchors: ['cursor_', 'cursorapi', 'cursor.com'],
      pattern: assigned(String.raw`cursor(?=_|api|\.com)`, KEY, '(?:key|crsr)_[0-9a-f]{64}'),
      power: 'data',
      impact: 'Run agents on your plan with access to the connected code repositories.',
      samples: {
        yes: ['CURSOR_API_KEY=key_{hex:64}', 'cursorApiKey: "key_{hex:64}"'],
        no: ['CURSOR_API_KEY=key_xxx', 'cursor_key={hex:64}'],
      },
    },
  ],
});
