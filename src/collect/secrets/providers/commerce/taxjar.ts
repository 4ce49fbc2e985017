import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'taxjar',
  name: 'TaxJar',
  category: 'commerce',
  rotation: { kind: 'instant', at: 'https://app.taxjar.com/account#api-access' },
  rules: [
    {
      id: 'taxjar-api-token',
      name: 'TaxJar API token',
      anchors: ['taxjar', 'tax_jar'],
      pattern: assigned('tax_?jar', 'key|token|secret', '[0-9a-f]{32}'),
      identifiedBy: 'context',
      power: 'data',
      impact: 'Read and change the sales your tax returns are made from.',
      verify: {
        url: 'https://api.taxjar.com/v2/categories',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['TAXJAR_API_KEY={hex:32}', "new Taxjar({ apiKey: '{hex:32}' })"],
        no: ['TAXJAR_API_KEY=your_taxjar_key', 'API_KEY={hex:32}', 'TAXJAR_API_KEY={hex:20}'],
      },
    },
  ],
});
