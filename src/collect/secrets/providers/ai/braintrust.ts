import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'braintrust',
  name: 'Braintrust',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://www.braintrust.dev/app/settings?subroute=api-keys',
  },
  rules: [
    {
      id: 'braintrust-api-key',
      name: 'Braintrust API key',
      anchors: ['braintrust'],
      pattern: assigned('braintrust', KEY, 'sk-[0-9A-Za-z]{48}'),
      power: 'data',
      impact: 'Read every logged prompt and answer, your users’ messages included.',
      samples: {
        yes: ['BRAINTRUST_API_KEY=sk-{alnum:48}', 'braintrust: { apiKey: "sk-{alnum:48}" }'],
        no: ['BRAINTRUST_API_KEY=sk-****', 'BRAINTRUST_API_KEY=sk-{alnum:12}'],
      },
    },
  ],
});
