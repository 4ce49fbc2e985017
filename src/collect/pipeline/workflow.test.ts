import { describe, expect, test } from 'vitest';
import { readWorkflow } from './workflow.ts';

const github = (run: string, env = ''): { line: number; what: string }[] =>
  readWorkflow(
    '.github/workflows/deploy.yml',
    `jobs:\n  deploy:\n    runs-on: ubuntu-latest\n    env:\n      API_TOKEN: \${{ secrets.API_TOKEN }}\n      NODE_ENV: production\n${env}    steps:\n      - name: Deploy\n        run: |\n${run
      .split('\n')
      .map((line) => `          ${line}`)
      .join('\n')}\n`,
  ).prints.map(({ line, what }) => ({ line, what }));

describe('readWorkflow', () => {
  test.each([
    ['echo "${{ secrets.STRIPE_KEY }}"', 'STRIPE_KEY'],
    ['echo "token: $API_TOKEN"', '$API_TOKEN'],
    ['printf "%s" "${API_TOKEN}"', '${API_TOKEN}'],
    ['echo $API_TOKEN | base64', 'changed so that'],
    ['echo ${{ secrets.STRIPE_KEY }} | rev', 'changed so that'],
    ['printenv', 'the whole environment'],
    ['env | sort', 'the whole environment'],
    ['cat .env', 'the file .env'],
    ['cat apps/web/.env.production', 'the file apps/web/.env.production'],
    ["echo '${{ toJSON(secrets) }}'", 'all secrets'],
    ['npm ci && echo $API_TOKEN', '$API_TOKEN'],
  ])('%s prints', (run, what) => {
    const [print, ...more] = github(run);
    expect(print?.what).toContain(what);
    expect(print?.line).toBe(10);
    expect(more).toEqual([]);
  });

  test('a trace with a secret in a later command is told at the line that starts it', () => {
    expect(github('set -euxo pipefail\nnpm ci\ncurl -H "Authorization: $API_TOKEN" https://x.test')).toEqual([
      { line: 10, what: 'traces every command, among them one with $API_TOKEN' },
    ]);
  });

  test.each([
    'echo "${{ secrets.ENV_FILE }}" > .env',
    'echo "KEY=$API_TOKEN" >> "$GITHUB_ENV"',
    'echo "$API_TOKEN" | docker login --password-stdin',
    'echo "$API_TOKEN" | base64 -d > key.json',
    'echo "::add-mask::$API_TOKEN"',
    'if [ -z "$API_TOKEN" ]; then echo "API_TOKEN is missing"; fi',
    'echo "length ${#API_TOKEN}"',
    'echo "set: ${API_TOKEN:+yes}"',
    'echo "\\$API_TOKEN"',
    'echo "$API_TOKEN_NAME"',
    'echo "${{ secrets.GITHUB_TOKEN }}"',
    'echo "${{ secrets.SUPABASE_URL }}"',
    'cat .env.example',
    'env | grep NODE',
    'env FOO=bar npm test',
    'HASH=$(echo -n "$API_TOKEN" | sha256sum)',
    'cat <<EOF > .env\nKEY=$API_TOKEN\necho $API_TOKEN\nEOF',
    '{\n  echo "KEY=$API_TOKEN"\n} >> .env',
    'set -x\nnpm ci',
    'set -x\nset +x\ncurl -H "x: $API_TOKEN" https://x.test',
    '# echo $API_TOKEN',
  ])('%s does not', (run) => expect(github(run)).toEqual([]));

  test('a variable of another step is not in force', () => {
    const text =
      'jobs:\n  a:\n    steps:\n      - run: npm test\n        env:\n          API_TOKEN: ${{ secrets.API_TOKEN }}\n      - run: printenv\n';
    expect(readWorkflow('.github/workflows/a.yml', text).prints).toEqual([]);
    const own =
      'jobs:\n  a:\n    steps:\n      - run: printenv\n        env:\n          API_TOKEN: ${{ secrets.API_TOKEN }}\n';
    expect(readWorkflow('.github/workflows/a.yml', own).prints).toHaveLength(1);
  });

  test('GitLab scripts are lists', () => {
    const text =
      'variables:\n  DEPLOY_TOKEN: $CI_DEPLOY_TOKEN\ndeploy:\n  script:\n    - npm ci\n    - echo $DEPLOY_TOKEN\n';
    expect(readWorkflow('.gitlab-ci.yml', text).prints.map(({ line }) => line)).toEqual([6]);
  });

  test('a scanner counts where it runs, not where it is named', () => {
    expect(
      readWorkflow('.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - uses: gitleaks/gitleaks-action@v2\n')
        .scanner,
    ).toBe('gitleaks');
    expect(
      readWorkflow(
        '.github/workflows/a.yml',
        'jobs:\n  a:\n    steps:\n      # - uses: gitleaks/gitleaks-action@v2\n      - name: gitleaks\n        run: npm test\n',
      ).scanner,
    ).toBeNull();
    expect(
      readWorkflow(
        '.github/workflows/a.yml',
        'jobs:\n  a:\n    steps:\n      - run: npx launch-ready gate --diff origin/main\n',
      ).scanner,
    ).toBe('launch-ready');
  });

  test('a hostile file is read in time', () => {
    const baits = [
      'run: echo $A\n'.repeat(50_000),
      'env:\n'.repeat(100_000),
      `run: |\n${'  { echo "'.repeat(30_000)}`,
      `run: ${'$('.repeat(200_000)}`,
      `run: |\n${'  exec > a\n'.repeat(40_000)}`,
    ];
    const started = performance.now();
    for (const bait of baits) readWorkflow('.github/workflows/a.yml', bait);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
