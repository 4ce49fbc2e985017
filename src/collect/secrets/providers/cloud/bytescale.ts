import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'bytescale',
  name: 'Bytescale',
  category: 'cloud',
  rotation: {
    kind: 'overlap',
    at: 'https://www.bytescale.com/dashboard',
  },
  rules: [
    {
      id: 'bytescale-secret-key',
      name: 'Bytescale secret API key',
      anchors: afterDelimiter('secret_'),
      pattern: /(?<![\w.-])(secret_[0-9A-Za-z]{7}_?[0-9A-Za-z]{20,28})(?![\w-])/,
      power: 'data',
      impact: 'Read, list and delete every upload of your users.',
      samples: {
        yes: ['BYTESCALE_SECRET_API_KEY=secret_{alnum:31}', 'apiKey: "secret_{alnum:31}"'],
        no: ['"secret_access_key"', '"secret_{alnum:6}"'],
      },
    },
  ],
});
