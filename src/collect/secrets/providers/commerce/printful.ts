import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'printful',
  name: 'Printful',
  category: 'commerce',
  rotation: { kind: 'overlap', at: 'https://developers.printful.com/tokens' },
  rules: [
    {
      id: 'printful-token',
      name: 'Printful API token',
      anchors: ['printful'],
      pattern: assigned('printful', 'key|token|secret', '[A-Za-z0-9]{40}'),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Order prints at your cost and read the addresses of your customers.',
      verify: {
        url: 'https://api.printful.com/stores',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: ['PRINTFUL_API_KEY={alnum:40}', "new PrintfulClient('x'); printful: { token: '{alnum:40}' }"],
        no: ['PRINTFUL_API_KEY=your_printful_key', 'API_KEY={alnum:40}', 'PRINTFUL_API_KEY={alnum:20}'],
      },
    },
  ],
});
