import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { baseVariable, type TestsOptions } from './options.ts';
import { inCode, variableOf } from './source.ts';
import { secretVariable } from './webhooks-file.ts';

/** The command that runs the tests. */
export const commandOf = ({ runner, folder, language, modules }: TestsOptions): string => {
  if (runner === 'vitest') return `npx vitest run ${folder}`;
  if (runner === 'node') return `node --test ${folder}/*.test.${language}`;
  return `${modules === 'esm' && language === 'js' ? 'NODE_OPTIONS=--experimental-vm-modules ' : ''}npx jest ${folder}`;
};

/** How to run the tests, on one's own machine and in CI. */
export const readmeText = (options: TestsOptions, trials: BoundaryTrials, origins: readonly string[]): string => {
  const people = trials.people.map(({ name }) => name);
  const secrets = [...new Set(trials.webhooks.map(secretVariable))];
  const places = trials.origins.map((origin, index) => [origins[index] || baseVariable(options), origin] as const);
  const accounts = people.map((name) => `LAUNCH_READY_${variableOf(name)}_EMAIL`);
  const command = commandOf(options);
  return `# Regression tests of who may do what

Written by \`launch-ready tests\` from a review of the running app, and yours from now on: they need neither Launch Ready nor
anything else, only ${{ vitest: 'vitest', jest: 'jest', node: 'Node' }[options.runner]}. Read them, keep them, change them. A file that you changed is not overwritten by a later run.

| file | says |
| --- | --- |
| \`access\` | nobody and the wrong roles are refused, who may is let in |
| \`tenants\` | what belongs to one person is read, changed and deleted by nobody else |
| \`fields\` | what only the app may set is not taken from a request |
| \`webhooks\` | unsigned, forged and old events are refused, the same event counts once |
| \`limits\` | whoever guesses passwords is slowed down (only with \`LAUNCH_READY_LIMITS=1\`) |
| \`things\` | how the tests make what they are about |
| \`support\` | where the app is, who takes part, how one asks |

## Run them

Against a copy of the app with data that nobody misses: they make things and do not remove them. Never against production.

\`\`\`sh
${[...places.map(([name, origin]) => `${name}=${origin}`), 'LAUNCH_READY_PASSWORD=…', `${accounts[0] ?? 'LAUNCH_READY_USER_A_EMAIL'}=…`].join(' ')} … ${command}
\`\`\`

| variable | holds |
| --- | --- |
${[
  ...places.map(([name, origin]) => `| \`${name}\` | where the app answers; ${inCode(origin)} when it is not set |`),
  ...accounts.map((name, index) => `| \`${name}\` | who logs in as ${inCode(people[index] ?? '')} |`),
  '| `LAUNCH_READY_PASSWORD` | the password of these test accounts; `LAUNCH_READY_…_PASSWORD` where one has its own |',
  '| `LAUNCH_READY_…_AUTHORIZATION`, `…_COOKIE` | a session instead of a login, for accounts that log in with a code |',
  ...secrets.map((name) => `| \`${name}\` | the secret of the webhook's test mode |`),
].join('\n')}

Two accounts of a role belong to different people who share nothing. Accounts and passwords are test data of your seed; still, no
value stands in these files.

## In CI

\`\`\`yaml
name: access
on: [pull_request]
jobs:
  access:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with: { node-version: 22 }
      - run: npm ci
      - run: npm start & npx --yes wait-on ${places[0]?.[1] ?? 'http://localhost:3000'} # your app with its seed
      - run: ${command}
        env:
${[
  ...places.map(([name, origin]) => `          ${name}: ${origin}`),
  '          LAUNCH_READY_PASSWORD: ${{ secrets.TEST_PASSWORD }}',
  ...accounts.map((name) => `          ${name}: \${{ vars.${name} }}`),
  ...secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`),
].join('\n')}
\`\`\`
`;
};
