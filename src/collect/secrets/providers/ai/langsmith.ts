import { afterDelimiter } from '../../after-delimiter.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'langsmith',
  name: 'LangSmith',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://smith.langchain.com/settings',
  },
  rules: [
    {
      id: 'langsmith-api-key',
      name: 'LangSmith API key',
      anchors: ['lsv2_pt_', 'lsv2_sk_'],
      pattern: /\b(lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10})(?![\w-])/,
      power: 'data',
      impact: 'Read every traced prompt and answer, your users’ messages included.',
      verify: {
        url: 'https://api.smith.langchain.com/api/v1/sessions?limit=1',
        headers: { 'x-api-key': '{secret}' },
        live: [200],
        dead: [],
      },
      samples: {
        yes: ['LANGSMITH_API_KEY=lsv2_pt_{hex:32}_{hex:10}', '"x-api-key": "lsv2_sk_{hex:32}_{hex:10}"'],
        no: ['LANGCHAIN_API_KEY=lsv2_pt_...', 'lsv2_pt_{hex:20}'],
      },
    },
    {
      id: 'langsmith-legacy-key',
      name: 'LangSmith API key (old form)',
      anchors: afterDelimiter('ls__'),
      pattern: /(?<![\w.-])(ls__[0-9a-f]{32})(?![\w-])/,
      power: 'data',
      impact:
        'Nothing if LangSmith has ended the old keys for your account; otherwise read every traced prompt and answer.',
      samples: {
        yes: ['LANGCHAIN_API_KEY=ls__{hex:32}', 'apiKey: "ls__{hex:32}"'],
        no: ['details__{hex:32}', 'LANGCHAIN_API_KEY=ls__your_key'],
      },
    },
  ],
});
