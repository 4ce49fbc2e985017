import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'firecrawl',
  name: 'Firecrawl',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://www.firecrawl.dev/app/api-keys',
  },
  rules: [
    {
      id: 'firecrawl-api-key',
      name: 'Firecrawl API key',
      anchors: afterDelimiter('fc-'),
      pattern: /(?<![\w.-])(fc-[0-9a-f]{32})(?![\w-])/,
      power: 'spend',
      impact: 'Crawl pages on your plan.',
      verify: {
        url: 'https://api.firecrawl.dev/v1/team/credit-usage',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['FIRECRAWL_API_KEY=fc-{hex:32}', 'new FirecrawlApp({ apiKey: "fc-{hex:32}" })'],
        no: ['FIRECRAWL_API_KEY=fc-YOUR_API_KEY', 'fc-list-{hex:8}', '"fc-{hex:12}"'],
      },
    },
  ],
});
