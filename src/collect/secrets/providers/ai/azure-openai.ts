import { assigned, KEY } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'azure-openai',
  name: 'Azure OpenAI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://portal.azure.com/#view/Microsoft_Azure_ProjectOxford/CognitiveServicesHub/~/OpenAI',
    notes: ['Each resource has two keys: switch the app to key 2, then regenerate key 1.'],
  },
  rules: [
    {
      id: 'azure-openai-api-key',
      name: 'Azure OpenAI key',
      anchors: ['azure_openai', 'azure-openai', 'azureopenai', 'openai.azure.com', 'azure_ai', 'aoai'],
      pattern: assigned(
        String.raw`azure[_-]?openai|openai\.azure\.com|azure_ai_|aoai`,
        KEY,
        '[0-9a-f]{32}|[0-9A-Za-z]{84}',
      ),
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Run models on your bill until the limit or the card stops it.',
      samples: {
        yes: ['AZURE_OPENAI_API_KEY={hex:32}', 'new AzureOpenAI({ apiKey: "{alnum:84}" })'],
        no: ['AZURE_OPENAI_API_KEY=your-key', 'AZURE_OPENAI_DEPLOYMENT={hex:32}'],
      },
    },
  ],
});
