import type { BoundaryTrials, TrialMembers } from '../../model/evidence/trials.ts';
import { beforeSource, moduleText, patience, runnerImports } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { accessor, quote } from './source.ts';
import type { ThingNames } from './things-file.ts';
import { pathSource, sendSource, titleOf, valueSource, type Filling } from './values.ts';

/** Members that only the app may set are not taken from a request. */
export const fieldsText = (
  options: TestsOptions,
  trials: BoundaryTrials,
  names: ThingNames,
  filling: Filling,
): string => {
  const uses = new Set<string>(['assertStays', 'must', 'send']);
  const makers = new Set<string>();
  if (options.runner !== 'node') uses.add('PATIENCE');
  const blocks = trials.members.map((members) => {
    if (members.thing !== undefined) makers.add(names.maker(members.thing));
    return blockSource(options, members, names, { ...filling, as: members.as, uses });
  });
  for (const name of uses) filling.uses.add(name);
  const body = `/*
 * What only the app may set (a role, a flag, a status) is not taken over when it is sent along with an ordinary change.
 * Each one is sent alone and read back; what was taken over is set back.
 */

${blocks.join('\n\n')}`;
  return moduleText(
    options,
    [
      ...runnerImports(options, [...(makers.size > 0 ? ['before'] : []), 'describe', 'test']),
      { names: [...uses], from: './support' },
      { names: [...makers], from: './things' },
    ],
    body,
  );
};

const blockSource = (
  options: TestsOptions,
  { operation, thing, as, request, read, at, members, broken }: TrialMembers,
  names: ThingNames,
  shared: Filling,
): string => {
  const own = thing === undefined ? '' : names.variable(thing);
  const filling: Filling = {
    ...shared,
    thing: (name, key) => (name === thing ? `${own}${names.key(key)}` : quote(name)),
  };
  const body = request.body?.value.is === 'object' ? request.body.value.members : [];
  const base = valueSource({ is: 'object', members: body }, filling, '    ')
    .replace(/^\{\s*/, '')
    .replace(/,?\s*\}$/, '');
  const { body: _body, headers, ...bare } = request;
  const sent = `${sendSource(quote(as), bare, filling)}, { ${base === '' ? '' : `${base}, `}...member }${
    headers === undefined
      ? ''
      : `, ${valueSource({ is: 'object', members: Object.entries(headers).map(([name, part]) => [name, { is: 'part', part }] as const) }, filling)}`
  }`;
  const setUp =
    thing === undefined
      ? ''
      : `  let ${own}⟨: Awaited<ReturnType<typeof ${names.maker(thing)}>>⟩;\n  ${beforeSource(options, `    ${own} = await ${names.maker(thing)}();`)}\n\n`;
  return `describe(${quote(`${titleOf(operation, request, filling.origins)}, as ${as}`)}, () => {
${setUp}  const read = async () => (await must(${quote(as)}, 'GET', ${pathSource(read, filling)})).json${accessor(at)};
  const change = ${sent.includes('await ') ? 'async ' : ''}(member⟨: Record<string, unknown>⟩) =>
    send(${sent});
  const members⟨: Record<string, unknown>⟩ = ${valueSource({ is: 'object', members }, filling, '  ')};

${broken ? '  // Found broken by the review: this fails until it is mended.\n' : ''}  for (const [name, value] of Object.entries(members)) {
    test(\`\${name} stays as it is\`, () => assertStays(read, change, name, value)${patience(options)});
  }
});`;
};
