import type { BoundaryTrials, TrialKey, TrialThing } from '../../model/evidence/trials.ts';
import { moduleText } from './module-text.ts';
import type { TestsOptions } from './options.ts';
import { accessor, capital, identifier, inComment, memberName, quote } from './source.ts';
import { partSource, pathSource, sendSource, type Filling } from './values.ts';

/** Names of things in the source: `order` and `makeOrder`, and of their keys. */
export interface ThingNames {
  variable(thing: string): string;
  maker(thing: string): string;
  key(name: string): string;
}

export const thingNames = ({ things }: BoundaryTrials): ThingNames => {
  const taken = new Set<string>();
  const names = new Map(
    things.map((thing) => [thing.name, identifier([thing.type, ...afterOf(thing)].join(' after '), taken)]),
  );
  const variable = (thing: string): string => names.get(thing) ?? 'thing';
  return { variable, maker: (thing) => `make${capital(variable(thing))}`, key: (name) => accessor([name]) };
};

/** Things that a file makes, with those that they need. */
export const neededBy = (thing: TrialThing): string[] => [
  ...new Set(
    [...JSON.stringify(thing).matchAll(/"kind":"thing","thing":("(?:[^"\\]|\\.)*")/g)].map(
      ([, name = '""']) => JSON.parse(name) as string,
    ),
  ),
];

/** How the things are made that the tests are about. */
export const thingsText = (
  options: TestsOptions,
  trials: BoundaryTrials,
  names: ThingNames,
  filling: Pick<Filling, 'origins' | 'uses'>,
): string => {
  const uses = new Set<string>(['must']);
  const makers = trials.things.map((thing) => makerSource(thing, names, { ...filling, uses }));
  for (const name of uses) filling.uses.add(name);
  const body = `/*
 * What the tests are about. Each function makes one as its owner, with a word in it (the canary) that stands nowhere else.
 * When your app wants other data, change it here.
 */

${makers.join('\n\n')}`;
  return moduleText(options, [{ names: [...uses], from: './support' }], body);
};

const makerSource = (thing: TrialThing, names: ThingNames, shared: Pick<Filling, 'origins' | 'uses'>): string => {
  const { owner, steps, made, keys } = thing;
  const needed = neededBy(thing).filter((name) => name !== thing.name);
  const answer = (step: number): string => (step === made ? 'made' : `step${step + 1}`);
  const wanted = new Set(Object.values(keys).flatMap((key) => (key.from === 'answer' ? [key.step] : [made])));
  const filling: Filling = {
    ...shared,
    as: owner,
    canary: 'canary',
    thing: (name, key) =>
      name === thing.name
        ? keySource(keys[key] ?? { from: 'answer', step: made, at: ['id'] }, answer, filling)
        : `${names.variable(name)}${names.key(key)}`,
  };
  const lines = steps.map((step, index) => {
    const name = wanted.has(index) ? `const ${answer(index)} = ` : '';
    return `  ${name}await must(${sendSource(quote(owner), step, filling, '  ')});`;
  });
  const usesCanary = JSON.stringify(steps).includes('"canary"');
  if (usesCanary) shared.uses.add('newCanary');
  const members = Object.entries(keys).map(
    ([name, key]) => `    ${memberName(name)}: ${keySource(key, answer, filling)},`,
  );
  const read =
    thing.read === undefined
      ? []
      : [
          `    /** As its owner reads it. */`,
          `    read: async () => (await must(${quote(owner)}, 'GET', ${pathSource(thing.read, filling)})).json,`,
        ];
  return `/** ${inComment(saidOf(thing))} */
export const ${names.maker(thing.name)} = async () => {
${[
  ...needed.map((name) => `  const ${names.variable(name)} = await ${names.maker(name)}();`),
  ...(usesCanary ? ['  const canary = newCanary();'] : []),
  ...lines,
  '  return {',
  ...(usesCanary && thing.canary ? ['    canary,'] : []),
  ...members,
  ...read,
  '  };',
].join('\n')}
};`;
};

const article = (word: string): string => (/^[aeiou]/i.test(word) ? 'An' : 'A');

/** What its owner did to it after it was made: `publish`. */
const afterOf = ({ steps, made }: TrialThing): string[] =>
  steps.slice(made + 1).flatMap(({ path }) => {
    const end = path.at(-1);
    const word = end?.kind === 'text' ? (end.text.split('/').at(-1) ?? '') : '';
    return word === '' ? [] : [word];
  });

/** `An order of customer-a, after payment.` */
export const saidOf = (thing: TrialThing): string => {
  const { type, owner } = thing;
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const after = afterOf(thing);
  return `${article(words)} ${words} of ${owner}${after.length === 0 ? '' : `, after ${after.join(' and ')}`}.`;
};

const keySource = (key: TrialKey, answer: (step: number) => string, filling: Filling): string => {
  if (key.from === 'part') return partSource(key.part, filling);
  if (key.from === 'location') return `(made.headers.get('location') ?? '').split(/[/?#]/).at(-1)`;
  const value = `${answer(key.step)}.json${accessor(key.at)}`;
  return key.until === undefined ? value : `${value}.split(${quote(key.until)})[0]`;
};
