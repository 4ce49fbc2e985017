import { defineCheck } from '../../../model/check.ts';

const WORKFLOW = `name: secrets
on: pull_request
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npx launch-ready gate --diff origin/\${{ github.base_ref }}
`;

export default defineCheck({
  id: 'secrets/no-secret-gate',
  stage: 'secrets',
  bar: [],
  severity: 'low',
  effort: 'minutes',
  title: {
    pass: 'New secrets are caught before they are merged',
    fail: 'Nothing stops a new secret from being committed',
  },
  why: 'Everything that is cleaned up today comes back with one hurried commit, and nobody notices until somebody else uses the key.',
  references: ['https://docs.github.com/en/code-security/secret-scanning/introduction/about-push-protection'],
  needs: ['pipeline.files'],
  evaluate: ({ 'pipeline.files': pipeline }) => {
    if (pipeline.hooks.length > 0 || pipeline.workflows.some((workflow) => workflow.scanner !== null)) return [];
    const read =
      pipeline.workflows.length === 0
        ? 'There is no CI file'
        : `None of the ${pipeline.workflows.length} CI files runs a secret scanner`;
    return [
      {
        key: 'gate',
        where: {},
        proof: { kind: 'absence', text: `${read}, and no commit hook in the repository does.` },
      },
    ];
  },
  fix: () => ({
    steps: [
      'Add the workflow below; it looks only at what a pull request adds: npx launch-ready gate --diff origin/main',
      'Have every developer run once: npx launch-ready gate --install (a pre-commit hook).',
      "On GitHub, also turn on secret scanning with push protection in the repository's security settings.",
    ],
    snippet: { path: '.github/workflows/secrets.yml', language: 'yaml', content: WORKFLOW },
    verify: 'npx launch-ready gate --diff origin/main',
  }),
});
