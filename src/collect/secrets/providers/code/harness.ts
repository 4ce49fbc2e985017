import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'harness',
  name: 'Harness',
  category: 'code',
  rotation: {
    kind: 'overlap',
    at: 'https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/',
  },
  rules: [
    {
      id: 'harness-api-key',
      name: 'Harness access token',
      anchors: ['pat.', 'sat.'],
      pattern: /(?<![\w.-])([ps]at\.[A-Za-z0-9_-]{22}\.[0-9a-f]{24}\.[A-Za-z0-9]{20})(?![\w-])/,
      power: 'infrastructure',
      impact: 'Run your deployment pipelines and read their settings.',
      samples: {
        yes: [
          'HARNESS_API_KEY=pat.{alnum:22}.{hex:24}.{alnum:20}',
          '"x-api-key": "sat.{alnum:22}.{hex:24}.{alnum:20}"',
        ],
        no: ['pat.match(x)', 'pat.{alnum:22}.{hex:10}.{alnum:20}'],
      },
    },
  ],
});
