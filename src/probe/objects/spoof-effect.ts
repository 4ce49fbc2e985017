import { isGood, told } from '../access/answers.ts';
import { isObject, sameJson } from '../access/json.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';

const AUTHOR =
  /^(?:from|author|sender|by|user|owner|creator|created_?by|seller|buyer|customer|shop|store|party|name|(?:author|sender|user|owner|creator|seller|shop|store)_?(?:id|name))$/i;

/** Where something may be made. */
export interface Place {
  url: string;
  /** Where new ones are listed. */
  list: string | undefined;
  others: readonly Actor[];
  /** Ids of the parents in its address. */
  values: Readonly<Record<string, string>>;
}

/** What was made, with a mark in it. */
export interface Made {
  answer: Answer;
  text: string;
}

/** The object that holds the mark. */
const markedIn = (json: unknown, text: string): Record<string, unknown> | undefined => {
  let found: Record<string, unknown> | undefined;
  const look = (value: unknown, depth: number): void => {
    if (depth > 8 || found !== undefined) return;
    if (Array.isArray(value)) for (const one of value) look(one, depth + 1);
    if (!isObject(value)) return;
    if (Object.values(value).includes(text)) found = value;
    else for (const one of Object.values(value)) look(one, depth + 1);
  };
  look(json, 0);
  return found;
};

/** Pure: which member says of two records made alike that another one made the second. */
export const otherAuthor = (
  control: Record<string, unknown>,
  record: Record<string, unknown>,
  marks: readonly string[],
): string | undefined =>
  Object.keys(record).find(
    (name) =>
      AUTHOR.test(name) &&
      name in control &&
      !marks.includes(String(record[name])) &&
      !sameJson(control[name], record[name]),
  );

/** What shows that the app took somebody else for its maker: it lies with the other, or says the other’s name. */
export const effectOf = async (
  context: ProbeContext,
  place: Place,
  control: Made,
  made: Made,
  attacker: Actor,
  victim: Actor,
): Promise<{ said: string; shown: Answer } | undefined> => {
  const read = (as: Actor): Promise<Answer | undefined> =>
    place.list === undefined
      ? Promise.resolve(undefined)
      : context.send({ method: 'GET', url: place.list }, { as, mode: 'read' });
  const [mine, theirs] = [await read(attacker), await read(victim)];
  if (
    isGood(theirs) &&
    theirs.text.includes(made.text) &&
    !theirs.text.includes(control.text) &&
    !(isGood(mine) && mine.text.includes(made.text))
  ) {
    return {
      said: `it answered ${told(made.answer).replace('answered ', '')}, and the thing lies with ${victim.name}`,
      shown: theirs,
    };
  }
  if (!isGood(mine)) return undefined;
  const [one, other] = [markedIn(mine.json, control.text), markedIn(mine.json, made.text)];
  const member =
    one === undefined || other === undefined ? undefined : otherAuthor(one, other, [control.text, made.text]);
  return member === undefined
    ? undefined
    : { said: `its “${member}” says ${victim.name}, not ${attacker.name}`, shown: mine };
};
