import { randomBytes } from 'node:crypto';
import { once } from '../accounts/memo.ts';
import { comparable, marksOf } from '../accounts/own-answer.ts';
import { isGood } from '../actors/door.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, GoodAnswer } from '../contract/send.ts';
import { inBatches } from './in-batches.ts';
import { nobodyReads } from './nobody-reads.ts';
import { urlOf } from './routes.ts';

/** What an actor gets where nobody gets less. */
export interface OwnRead {
  operation: Operation;
  actor: Actor;
  /** With a query that no other request had, when `fresh`. */
  url: string;
  fresh: boolean;
  mine: GoodAnswer;
  nobodys: Answer;
  /** Stand in the actor's answer and not in nobody's: planted values, and what says who it is. Never shown. */
  marks: readonly string[];
  /** Nobody was refused. */
  guarded: boolean;
}

export const freshQuery = (): Record<string, string> => ({ lr: randomBytes(6).toString('hex') });

/** Marks of an actor in an answer of its own. */
export const ownMarks = ({ canaries }: ProbeContext, actor: Actor, mine: GoodAnswer, nobodys: Answer): string[] => {
  const other = nobodys.ok ? nobodys : { json: undefined, text: '' };
  const text = comparable(other);
  const planted = canaries
    .seenIn(mine.text)
    .filter((canary) => !canary.public && canary.owner === actor.name)
    .map(({ value }) => value)
    .filter((value) => !text.includes(value));
  return [...new Set([...planted, ...marksOf(mine, other, actor.login)])].slice(0, 40);
};

const refused = (answer: Answer): boolean =>
  answer.ok && (answer.status === 401 || answer.status === 403 || answer.status === 404 || leads(answer));
const leads = ({ status, headers }: GoodAnswer): boolean =>
  [302, 303, 307].includes(status) && /(?:log-?in|sign-?in|auth)/i.test(headers['location'] ?? '');

/** One actor of each role, those with a peer first, lowest rank first. */
export const oneOfEachRole = ({ actors }: Pick<ProbeContext, 'actors'>): Actor[] =>
  [...Map.groupBy(actors.all, ({ role }) => role).values()]
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .toSorted((a, b) => a.rank - b.rank);

/** Private answers of the actors at plain addresses. Asked once in a run. */
export const actorReads = (context: ProbeContext): Promise<readonly OwnRead[]> =>
  once(context, 'actor reads', async () => {
    const roles = oneOfEachRole(context);
    const open = (await nobodyReads(context)).filter(({ answer }) => answer.ok && answer.status < 500);
    const found = await inBatches(open, 4, async ({ operation, answer }) => {
      const guarded = refused(answer);
      // Where nobody gets an answer, one actor tells whether it depends on who asks.
      for (const actor of guarded
        ? roles.filter(({ role }) => !wasRefused(context, operation, role))
        : roles.slice(0, 1)) {
        const read = await readAs(context, actor, operation);
        if (read === null) continue;
        const marks = ownMarks(context, actor, read.mine, answer);
        return guarded || marks.length > 0 ? [{ operation, actor, ...read, nobodys: answer, marks, guarded }] : [];
      }
      return [];
    });
    return found.flat();
  });

/** Another probe of this run has asked as that role, and was turned away. */
const wasRefused = ({ cells }: ProbeContext, { id }: Operation, asked: string): boolean =>
  cells.some(({ operation, role, outcome }) => operation === id && role === asked && outcome === 'refused');

const readAs = async (
  { send }: ProbeContext,
  actor: Actor,
  operation: Operation,
): Promise<Pick<OwnRead, 'url' | 'fresh' | 'mine'> | null> => {
  const url = urlOf(operation, freshQuery());
  const mine = await send({ method: 'GET', url }, { as: actor, mode: 'read' });
  if (mine.ok && isGood(mine.status)) return { url, fresh: true, mine };
  // Some refuse queries that they do not know.
  if (!mine.ok || ![400, 404, 422].includes(mine.status)) return null;
  const plain = urlOf(operation);
  const again = await send({ method: 'GET', url: plain }, { as: actor, mode: 'read' });
  return again.ok && isGood(again.status) ? { url: plain, fresh: false, mine: again } : null;
};
