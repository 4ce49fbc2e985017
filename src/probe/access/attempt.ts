import type { ProbeMode } from '../../model/evidence/boundary.ts';
import type { Actor } from '../contract/actor.ts';
import type { Method, Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';
import { isGood, isRefused, isSilent } from './answers.ts';
import { bodyFor, encoded, headersFor } from './bodies.ts';
import { sameJson } from './json.ts';
import { tailOf } from './operations.ts';
import { changedMembers, changeIn, lookAgain, lookAt, windowsOn, type Change, type Look } from './readback.ts';

/** A write that somebody tried on an object, and what became of it in its owner's eyes. */
export interface Attempt {
  answer: Answer;
  before: readonly Look[];
  /** Undefined when nothing had to be looked at: refused by a guard, or not sent. */
  after?: readonly Look[];
  change?: Change;
  /** The step makes another thing (an order out of a cart), and may leave the object as it is. */
  elsewhere?: boolean;
  body?: Record<string, unknown> | undefined;
}

export interface Deed {
  operation: Operation;
  url: string;
  as: Actor | null;
  resource: Resource;
  /** Whose eyes read back; the owner's by default. */
  eyes?: Actor | null;
  method?: Method;
  body?: Record<string, unknown> | undefined;
  headers?: Readonly<Record<string, string>>;
  mode?: ProbeMode;
  /** Looks taken already. */
  before?: readonly Look[];
}

const MAKES_ANOTHER =
  /^(?:check-?out|purchase|buy|order|place-?order|pay|refund|redeem|transfer|withdraw|copy|clone|duplicate)$/i;

/** Tries it and reads back. An answer that refuses says nothing: some apps change first and refuse then. */
export const attempt = async (context: ProbeContext, deed: Deed): Promise<Attempt> => {
  const { operation, url, as, resource, method = operation.method, mode = 'write' } = deed;
  const eyes = deed.eyes === undefined ? (context.actors.named(resource.owner) ?? null) : deed.eyes;
  const before = deed.before ?? (await windowsOn(context, eyes, resource));
  const owner = as ?? context.actors.named(resource.owner);
  const body =
    deed.body ?? (owner === undefined ? undefined : bodyFor(context, operation, owner, { now: before[0]?.part }));
  const payload = encoded(operation, body);
  const answer = await context.send(
    {
      method,
      url,
      headers: { ...headersFor(operation), ...deed.headers },
      ...(payload === undefined ? {} : { body: payload }),
    },
    { as, mode },
  );
  if (!answer.ok || answer.status === 401) return { answer, before, body };
  const after = await lookAgain(context, before, resource.id);
  const change = await lasting(context, changeIn(before, after), resource.id);
  if (change !== undefined) context.writes?.effect();
  const elsewhere = MAKES_ANOTHER.test(tailOf(operation.path) ?? '');
  return { answer, before, after, elsewhere, body, ...(change === undefined ? {} : { change }) };
};

/** What has changed and changes again while nobody writes (a counter of readers, a clock) shows nothing. */
const lasting = async (context: ProbeContext, change: Change | undefined, id: string): Promise<Change | undefined> => {
  if (change?.kind !== 'changed') return change;
  const again = await lookAt(context, change.after, id);
  return isRestless(change, again) ? undefined : change;
};

/** Pure: whether all that differs before and after differs again in a third look. */
export const isRestless = (change: Change, again: Look): boolean => {
  if (again.state !== 'there' || sameJson(change.after.part, again.part)) return false;
  const later = new Set(changedMembers({ before: change.after, after: again, kind: 'changed' }));
  const members = changedMembers(change);
  return members.length > 0 && members.every((name) => later.has(name));
};

/** Pure. A write is shown by what its victim reads afterwards; what the answer says is not enough. */
export const judgeAttempt = (
  seen: Pick<Attempt, 'answer' | 'before' | 'after' | 'change' | 'elsewhere'>,
): 'confirmed' | 'refuted' | 'inconclusive' | 'not-tested' => {
  const { answer, before, after, change } = seen;
  if (!answer.ok) return answer.kind === 'refused' || answer.kind === 'stopped' ? 'not-tested' : 'inconclusive';
  if (change !== undefined) return 'confirmed';
  if (isRefused(answer)) return 'refuted';
  if (isSilent(answer)) return 'inconclusive';
  const couldSee = before.length > 0 && after !== undefined && after.every(({ state }) => state !== 'silent');
  // A good answer without an effect is a no-op or an echo, when the effect could have been seen.
  if (isGood(answer)) return couldSee && seen.elsewhere !== true ? 'refuted' : 'inconclusive';
  return 'refuted';
};
