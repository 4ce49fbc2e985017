import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'emailoctopus',
  name: 'EmailOctopus',
  category: 'mail',
  rotation: {
    kind: 'overlap',
    at: 'https://emailoctopus.com/api-documentation',
  },
  rules: [
    {
      id: 'emailoctopus-api-key',
      name: 'EmailOctopus API key',
      anchors: afterDelimiter('eo_'),
      pattern: /(?<![\w.-])(eo_[0-9a-f]{64})(?![\w-])/,
      power: 'data',
      impact: 'Read and change every contact of your lists.',
      verify: {
        url: 'https://api.emailoctopus.com/lists',
        headers: { authorization: 'Bearer {secret}' },
        live: [200],
        dead: [401],
      },
      samples: {
        yes: ['EMAILOCTOPUS_API_KEY=eo_{hex:64}', "apiKey: 'eo_{hex:64}'"],
        no: ['video_{hex:64}', 'EMAILOCTOPUS_API_KEY=eo_your_key'],
      },
    },
  ],
});
