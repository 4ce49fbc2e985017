import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'jotform',
  name: 'Jotform',
  category: 'other',
  rotation: { kind: 'overlap', at: 'https://www.jotform.com/myaccount/api' },
  rules: [
    {
      id: 'jotform-api-key',
      name: 'Jotform API key',
      anchors: ['jotform'],
      pattern: assigned('jotform', KEY, '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read every answer people gave in your forms.',
      verify: { url: 'https://api.jotform.com/user', headers: { apikey: '{secret}' }, live: [200], dead: [401] },
      samples: {
        yes: ['JOTFORM_API_KEY={hex:32}', "jotformApiKey: '{hex:32}'"],
        no: ['JOTFORM_API_KEY=your_jotform_api_key', 'checksum = "{hex:32}"', 'JOTFORM_API_KEY={hex:35}'],
      },
    },
  ],
});
