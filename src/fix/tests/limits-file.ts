import type { BoundaryTrials } from '../../model/evidence/trials.ts';
import { moduleText, patience, runnerImports } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { memberName, quote } from './source.ts';
import type { Filling } from './values.ts';

/** Whoever guesses passwords is slowed down. Only when asked for: the limit then also holds for whoever comes from that address. */
export const limitsText = (options: TestsOptions, trials: BoundaryTrials, filling: Filling): string => {
  const uses = new Set<string>(['ask', 'unique']);
  if (options.runner !== 'node') uses.add('PATIENCE');
  const blocks = trials.limits.flatMap(({ role, attempts, broken }) => {
    const login = trials.logins.find((one) => one.role === role && (one.kind === 'json' || one.kind === 'form'));
    if (login === undefined || login.loginField.includes('.') || login.passwordField.includes('.')) return [];
    if (login.kind === 'form') uses.add('form');
    const extra = Object.entries(login.extra).map(
      ([name, value]) => `${memberName(name)}: ${typeof value === 'string' ? quote(value) : value}, `,
    );
    const fields = `{ ${extra.join('')}${memberName(login.loginField)}: login, ${memberName(login.passwordField)}: \`wrong-\${count}-Lr9x\` }`;
    const at = filling.origins[login.origin] ?? '';
    if (at !== '') uses.add(at);
    return [
      `${broken ? '// Found broken by the review: this fails until it is mended.\n' : ''}limitTest(${quote(`POST ${login.path} slows down who guesses passwords`)}, async () => {
  const login = \`\${unique()}@example.com\`;
  const statuses = [];
  for (let count = 0; count < ${attempts}; count++) {
    const { status } = await ask('POST', ${at === '' ? '' : `${at} + `}${quote(login.path)}, ${login.kind === 'form' ? `form(${fields})` : fields}, {}, false);
    statuses.push(status);
  }
  assert.ok(statuses.some((status) => status === 429 || status === 423), \`${attempts} wrong passwords were answered \${[...new Set(statuses)].join(', ')}\`);
}${patience(options)});`,
    ];
  });
  for (const name of uses) filling.uses.add(name);
  const body = `/*
 * Limits. They are tried only with LAUNCH_READY_LIMITS=1 and best last, or alone: once a limit has been reached, it holds for a
 * while for everything that comes from the same address.
 */

const limitTest = process.env['LAUNCH_READY_LIMITS'] === '1' ? test : test.skip;

${blocks.join('\n\n')}`;
  return moduleText(
    options,
    [
      { names: [], whole: 'assert', from: 'node:assert/strict' },
      ...runnerImports(options, ['test']),
      { names: [...uses], from: './support' },
    ],
    body,
  );
};
