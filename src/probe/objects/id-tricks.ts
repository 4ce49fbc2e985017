import { isGood, isSilent } from '../access/answers.ts';
import { itemReads, type ItemRead } from '../access/item-reads.ts';
import { nounOf } from '../access/operations.ts';
import { between, whoIs } from '../access/report.ts';
import { foreignIn } from '../access/secrets-of.ts';
import { targetsOf } from '../access/targets.ts';
import { say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from './matrix.ts';

export interface IdTrick {
  /** Ends "asked for it …". */
  how: string;
  url: string;
}

interface Named {
  /** The victim's address, as it is described. */
  url: string;
  /** The parameter that names the object, the victim's id in it, and one of the attacker's own. */
  name: string;
  theirs: string;
  own: string | undefined;
}

/** Pure: addresses in which a guard may read one id and a handler another, or the same one in another spelling. */
export const idTricks = ({ url, name, theirs, own }: Named): IdTrick[] => {
  const { origin, pathname } = new URL(url);
  const given = encodeURIComponent(theirs);
  const at = pathname.lastIndexOf(`/${given}`) + 1;
  if (at === 0) return [];
  const around = (id: string): string => pathname.slice(0, at) + id + pathname.slice(at + given.length);
  const beside = (path: string, id: string): string => {
    const made = new URL(origin + path);
    for (const one of new Set([name, 'id'])) made.searchParams.set(one, id);
    return made.href;
  };
  const version = /\/v(\d{1,2})(?=\/)/.exec(pathname);
  const other = version === null ? undefined : Number(version[1]) > 1 ? Number(version[1]) - 1 : 2;
  const upper = theirs === theirs.toUpperCase() ? theirs.toLowerCase() : theirs.toUpperCase();
  const spelt: [string, string][] = [
    ['with .json behind the id', around(`${given}.json`)],
    ['with a slash at the end', `${pathname}/`],
    ['with a space behind the id', around(`${given}%20`)],
    ...(upper === theirs
      ? []
      : [['with the id in other letters', around(encodeURIComponent(upper))] as [string, string]]),
    ...(/^\d+$/.test(theirs) ? [['with a zero before the id', around(`0${theirs}`)] as [string, string]] : []),
    ...(other === undefined
      ? []
      : [[`under version ${other}`, pathname.replace(/\/v\d{1,2}(?=\/)/, `/v${other}`)] as [string, string]]),
  ];
  const mixed: [string, string][] =
    own === undefined
      ? []
      : [
          ['with an own id in the path and this one in the query', beside(around(encodeURIComponent(own)), theirs)],
          ['with an own id in the query beside it', beside(pathname, own)],
          ['behind an own id and an encoded ..', origin + around(`${encodeURIComponent(own)}%2f..%2f${given}`)],
          ['after an own id and a comma', origin + around(`${encodeURIComponent(own)},${given}`)],
        ];
  return [...mixed, ...spelt.map(([how, path]) => [how, origin + path] as const)].map(([how, made]) => ({
    how,
    url: made,
  }));
};

const MOST_READS = 10;

/** A read that is refused as it is described, and whose owner's answer holds what only its owner may know. */
const refusedTo = (
  context: ProbeContext,
  { target, control, asks }: ItemRead,
): { attacker: Actor; refusal: Answer } | undefined => {
  if (!isGood(control)) return undefined;
  for (const { viewer, answer } of asks) {
    if (viewer === null || viewer.role !== target.owner.role || isGood(answer) || isSilent(answer)) continue;
    if (foreignIn(context, control.text, viewer).some(({ owner }) => owner === target.owner.name))
      return { attacker: viewer, refusal: answer };
  }
  return undefined;
};

const tryRead = async (context: ProbeContext, read: ItemRead): Promise<Said | undefined> => {
  const { target, control } = read;
  const found = refusedTo(context, read);
  if (found === undefined || !isGood(control)) return undefined;
  const { attacker, refusal } = found;
  const { operation, owner, named, values, url } = target;
  const [own] = targetsOf(context, operation, attacker, 1);
  const theirs = values[named] ?? '';
  for (const trick of idTricks({ url, name: named, theirs, own: own?.values[named] })) {
    const answer = await context.send(
      { method: 'GET', url: trick.url },
      { as: attacker, mode: 'read', upsets: true, maxBytes: 512 * 1024 },
    );
    if (!isGood(answer)) continue;
    const leak = foreignIn(context, answer.text, attacker).find((one) => one.owner === owner.name);
    if (leak === undefined) continue;
    context.cells.push(leakCell(operation.id, attacker.role, answer.status, answer.exchange));
    return say(
      operation.id,
      'confirmed',
      `${whoIs(attacker)} was refused the ${nounOf(operation.path) || 'object'} of ${owner.name} as it is described, asked for it ${trick.how}, and read what its owner had written into it privately.`,
      [control, refusal, answer],
      between(attacker, owner, { variant: trick.how }),
    );
  }
  return undefined;
};

/** Tries other spellings of ids where the described one is refused. Says only what it could show. */
export const tryIdTricks = async (context: ProbeContext): Promise<Said[]> => {
  const { reads } = await itemReads(context);
  const tried = reads.filter((read) => refusedTo(context, read) !== undefined).slice(0, MOST_READS);
  const said = await Promise.all(tried.map((read) => tryRead(context, read)));
  return said.filter((one) => one !== undefined);
};
