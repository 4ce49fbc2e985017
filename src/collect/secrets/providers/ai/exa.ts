import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'exa',
  name: 'Exa',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://dashboard.exa.ai/api-keys',
  },
  rules: [
    {
      id: 'exa-api-key',
      name: 'Exa API key',
      anchors: ['exa_api', 'exa_key', 'exaapikey', 'new exa(', 'exa_py', 'metaphor_api'],
      pattern:
        /(?:\bexa_?(?:api_?)?key|metaphor_api_key)["'\]\x60]{0,2}[ \t]{0,4}(?::=|[:=,]|\|\||\?\?)[ \t]{0,4}["'\x60]?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?![\w-])/i,
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Search the web on your plan.',
      samples: { yes: ['EXA_API_KEY={uuid}', 'exaApiKey: "{uuid}"'], no: ['EXA_API_KEY=your-key', 'hexa_key={uuid}'] },
    },
    {
      id: 'exa-client',
      name: 'Exa API key',
      anchors: ['exa('],
      pattern: /\bExa\(\s{0,8}(?:api_key\s?=\s?)?["'\x60]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})["'\x60]/,
      identifiedBy: 'context',
      power: 'spend',
      impact: 'Search the web on your plan.',
      samples: {
        yes: ['const exa = new Exa("{uuid}")', 'exa = Exa(api_key="{uuid}")'],
        no: ['new Exa(process.env.EXA_API_KEY)', 'new Hexa("{uuid}")'],
      },
    },
  ],
});
