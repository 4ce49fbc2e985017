import type { BoundaryTrials, TrialAttempt, TrialThing } from '../../model/evidence/trials.ts';
import { beforeSource, moduleText, patience, runnerImports } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { inTemplate, quote } from './source.ts';
import { saidOf, type ThingNames } from './things-file.ts';
import { later, pathSource, sendSource, titleOf, type Filling } from './values.ts';

const BROKEN = '  // Found broken by the review: this fails until it is mended.\n';

/** One person's things, and what others must not do with them. */
export const tenantsText = (
  options: TestsOptions,
  trials: BoundaryTrials,
  names: ThingNames,
  filling: Filling,
): string => {
  const uses = new Set<string>(['send']);
  const makers: string[] = [];
  const blocks = trials.things.flatMap((thing) => {
    const attempts = trials.attempts.filter((one) => one.thing === thing.name);
    const lists = trials.lists.filter((one) => one.thing === thing.name);
    if (attempts.length + lists.length === 0) return [];
    makers.push(names.maker(thing.name));
    return [blockSource(options, thing, trials, names, { ...filling, uses })];
  });
  if (options.runner !== 'node') uses.add('PATIENCE');
  for (const name of uses) filling.uses.add(name);
  const body = `/*
 * What belongs to one person is nobody else's: it is made as its owner, with a word in it that stands nowhere else, tried as
 * others, and read again as its owner. What counts is what its owner reads afterwards, whatever the answers say.
 */

${blocks.join('\n\n')}`;
  return moduleText(
    options,
    [
      ...(uses.delete('assert') ? [{ names: [], whole: 'assert', from: 'node:assert/strict' }] : []),
      ...runnerImports(options, ['before', 'describe', 'test']),
      { names: [...uses], from: './support' },
      { names: makers, from: './things' },
    ],
    body,
  );
};

const blockSource = (
  options: TestsOptions,
  thing: TrialThing,
  trials: BoundaryTrials,
  names: ThingNames,
  shared: Filling,
): string => {
  const { uses } = shared;
  const own = names.variable(thing.name);
  const maker = names.maker(thing.name);
  const filling: Filling = {
    ...shared,
    as: thing.owner,
    thing: (name, key) => (name === thing.name ? `${own}${names.key(key)}` : quote(name)),
  };
  const canary = thing.canary ? `${own}.canary` : undefined;
  const parts: string[] = [];
  if (thing.read !== undefined) {
    uses.add('assert');
    parts.push(
      `  test('its owner reads it', async () => {
    const shown = JSON.stringify(await ${own}.read());
    assert.ok(shown.includes(String(${canary ?? `${own}.id`})));
  }${patience(options)});`,
    );
  }
  for (const attempt of trials.attempts.filter((one) => one.thing === thing.name))
    parts.push(attemptSource(options, thing, attempt, own, canary, filling));
  for (const { operation, request, hidden, broken } of trials.lists.filter((one) => one.thing === thing.name)) {
    uses.add('assert');
    parts.push(`${broken ? BROKEN : ''}  for (const who of [${hidden.map(quote).join(', ')}]) {
    test(\`\${who} does not find it in a list: ${inTemplate(titleOf(operation, request, filling.origins))}\`, async () => {
      const { text } = await send(who, 'GET', ${pathSource(request, filling)});
      assert.ok(!text.includes(String(${own}.id)), \`\${who} is shown what belongs to ${inTemplate(thing.owner)}\`);
    }${patience(options)});
  }`);
  }
  return `describe(${quote(saidOf(thing).replace(/\.$/, ''))}, () => {
  let ${own}⟨: Awaited<ReturnType<typeof ${maker}>>⟩;
  ${beforeSource(options, `    ${own} = await ${maker}();`)}

${parts.join('\n\n')}
});`;
};

const DEEDS: Readonly<Record<string, string>> = {
  GET: 'does not read it',
  PUT: 'does not change it',
  PATCH: 'does not change it',
  DELETE: 'does not delete it',
};

const attemptSource = (
  options: TestsOptions,
  thing: TrialThing,
  { operation, request, refused, broken }: TrialAttempt,
  own: string,
  canary: string | undefined,
  filling: Filling,
): string => {
  const { uses } = filling;
  uses.add('assertRefusedOrHidden');
  const asked = `send(${sendSource('who', request, filling, '      ')})`;
  const isRead = request.method === 'GET';
  const isWatched = !isRead && thing.read !== undefined;
  if (isWatched) uses.add('unchanged');
  const lines = [
    `const answer = await ${isWatched ? `unchanged(${own}.read, ${later(asked)})` : asked};`,
    'assertRefusedOrHidden(answer, who);',
  ];
  if (isRead && canary !== undefined) {
    uses.add('assert');
    lines.push(
      `assert.ok(!answer.text.includes(${canary}), \`\${who} has read what ${inTemplate(thing.owner)} had written\`);`,
    );
  }
  return `${broken ? BROKEN : ''}  for (const who of [${refused.map(quote).join(', ')}]) {
    test(\`\${who} ${DEEDS[request.method] ?? 'is refused, and nothing changes'}: ${inTemplate(titleOf(operation, request, filling.origins))}\`, async () => {
${lines.map((line) => `      ${line}`).join('\n')}
    }${patience(options)});
  }`;
};
