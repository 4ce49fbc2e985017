import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'openai',
  name: 'OpenAI',
  category: 'ai',
  rotation: {
    kind: 'overlap',
    at: 'https://platform.openai.com/api-keys',
    notes: [
      'Set a monthly budget for the project before you deploy the new key.',
      'OpenAI disables keys that it finds in public places.',
    ],
  },
  rules: [
    {
      id: 'openai-api-key',
      name: 'OpenAI API key',
      anchors: ['T3BlbkFJ'],
      pattern:
        /\b(sk-(?:(?:proj|svcacct|None)-[\w-]{18,90}|[0-9A-Za-z]{20})T3BlbkFJ(?:[\w-]{18,90}|[0-9A-Za-z]{20}))(?![\w-])/,
      reach: [120, 160],
      power: 'spend',
      impact: 'Run models on your bill, and read the files, assistants and fine-tunes of the project.',
      verify: {
        url: 'https://api.openai.com/v1/models',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'OPENAI_API_KEY=sk-proj-{base64url:74}T3BlbkFJ{base64url:73}A',
          'new OpenAI({ apiKey: "sk-{alnum:20}T3BlbkFJ{alnum:20}" })',
          'sk-svcacct-{alnum:58}T3BlbkFJ{alnum:58}',
        ],
        no: [
          'OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxxxxxxxxx',
          'OPENAI_API_KEY=sk-your-key-here',
          'sk-ant-api03-{base64url:93}AA',
        ],
      },
    },
    {
      id: 'openai-admin-key',
      name: 'OpenAI admin key',
      anchors: ['sk-admin-'],
      pattern: /\b(sk-admin-[\w-]{18,90}T3BlbkFJ[\w-]{18,90})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Make API keys, change members, limits and projects of the whole organization.',
      verify: {
        url: 'https://api.openai.com/v1/organization/projects?limit=1',
        headers: { authorization: 'Bearer {secret}' },
        live: [200, 403],
        dead: [401],
      },
      samples: {
        yes: [
          'OPENAI_ADMIN_KEY=sk-admin-{base64url:58}T3BlbkFJ{base64url:57}A',
          '"sk-admin-{alnum:74}T3BlbkFJ{alnum:74}"',
        ],
        no: ['sk-admin-key', 'OPENAI_ADMIN_KEY=sk-admin-{alnum:40}'],
      },
    },
  ],
});
