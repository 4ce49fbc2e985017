import { assigned } from '../../assigned.ts';
import { defineProvider } from '../../define-provider.ts';

export default defineProvider({
  id: 'codacy',
  name: 'Codacy',
  category: 'analytics',
  rotation: { kind: 'overlap', at: 'https://app.codacy.com/account/api-tokens' },
  rules: [
    {
      id: 'codacy-token',
      name: 'Codacy token',
      anchors: ['codacy'],
      pattern: assigned('codacy', 'token', '[0-9a-f]{32}|[A-Za-z0-9]{20}'),
      identifiedBy: 'context',
      power: 'data',
      impact: "A project token uploads made-up coverage; an account token reads your code's analysis.",
      samples: {
        yes: ['CODACY_PROJECT_TOKEN={hex:32}', "codacyProjectToken: '{hex:32}'"],
        no: ['CODACY_PROJECT_TOKEN=your_codacy_project_token', 'checksum = "{hex:32}"'],
      },
    },
  ],
});
