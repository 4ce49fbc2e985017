import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'brave-search',
  name: 'Brave Search',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://api-dashboard.search.brave.com/app/keys',
  },
  rules: [
    {
      id: 'brave-search-api-key',
      name: 'Brave Search API key',
      anchors: afterDelimiter('BSA'),
      pattern: /(?<![\w.-])(BSA[\w-]{28})(?![\w-])/,
      power: 'spend',
      impact: 'Spend the searches of your plan.',
      samples: {
        yes: ['BRAVE_API_KEY=BSA{alnum:28}', '"X-Subscription-Token": "BSA{alnum:28}"'],
        no: ['"BSA_LICENSE"', 'BRAVE_API_KEY=BSAyour-key'],
      },
    },
  ],
});
