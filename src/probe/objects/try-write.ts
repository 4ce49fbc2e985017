import { attempt, judgeAttempt, type Attempt } from '../access/attempt.ts';
import { told } from '../access/answers.ts';
import { isPage, nounOf } from '../access/operations.ts';
import { isStaff, meantFor, strangersTo } from '../access/people.ts';
import { changedMembers, lastPart, windowsOn, type Look } from '../access/readback.ts';
import { aThing, between, notTried, whoIs } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { mayChange, targetsOf, type Target } from '../access/targets.ts';
import { bodyFor, harmlessChange, membersOfBody } from '../access/bodies.ts';
import { say, type Said } from '../accounts/observe.ts';
import { isObject } from '../access/json.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import { leakCell } from './matrix.ts';
import { membersLike } from './members-like.ts';
import { wrappedChange } from './wrapped-change.ts';

export interface WriteManner {
  /** Ends "somebody … the order of Anna". */
  verb: string;
  mode: 'write' | 'destructive';
  /** Tried on so many objects of one owner, that are in different states. */
  most: number;
  /** A fresh one is made for it. */
  fresh?: boolean;
  /** Sets right what the attempt changed, as the owner. */
  undo?: (context: ProbeContext, target: Target, tried: Attempt) => Promise<void>;
  body?: (
    context: ProbeContext,
    operation: Operation,
    attacker: Actor | null,
    now: unknown,
  ) => Record<string, unknown> | undefined;
}

/** Changes one harmless member, beside what is required. */
export const oneChange: NonNullable<WriteManner['body']> = (context, operation, attacker, now) => {
  const owner = attacker ?? context.actors.all[0];
  if (owner === undefined) return undefined;
  const described = membersOfBody(operation);
  // Where nothing says what a change may hold, as with a verb that only OPTIONS told, what such things have elsewhere.
  const members =
    Object.keys(described).length > 0 || !isObject(now) ? described : membersLike(context, operation, now);
  const wrapped = wrappedChange(members, now);
  if (wrapped !== undefined) return wrapped;
  const change = harmlessChange(members, now);
  const given = change === undefined ? {} : { [change.name]: change.value };
  return bodyFor(context, operation, owner, { now, given }) ?? given;
};

/** What one write of strangers on others' objects came to: until an effect is seen, then the next operation. */
export const tryWrite = async (context: ProbeContext, operation: Operation, manner: WriteManner): Promise<Said[]> => {
  await survey(context);
  const meant = meantFor(context, operation);
  const said: Said[] = [];
  const barred = new Set<Actor | null>();
  const states = new Set<string>();
  for (const actors of Map.groupBy(
    context.actors.all.filter((actor) => !isStaff(actor)),
    ({ role }) => role,
  ).values()) {
    for (const target of await targetsFor(context, operation, actors, manner, states)) {
      let looks = await windowsOn(context, target.owner, target.resource);
      for (const attacker of [...strangersTo(context, target.owner, target.resource, meant), null]) {
        if (barred.has(attacker)) continue;
        const { said: one, attempt: tried } = await tryTarget(context, target, attacker, manner, looks);
        said.push(one);
        if (one.verdict === 'confirmed') return said;
        looks = tried.after === undefined ? looks : [...tried.after];
        // A guard that knows nothing of the object says the same of the next one.
        if (attacker === null || (tried.answer.ok && [401, 403].includes(tried.answer.status))) barred.add(attacker);
      }
    }
  }
  if (said.length > 0 || isPage(operation)) return said;
  const text = `No account has ${aThing(nounOf(operation.path))} of its own that may be used for it.`;
  return [{ ...notTried(operation.id, text), facts: { absent: true } }];
};

/** Objects in different states, of one actor if one has them. */
const targetsFor = async (
  context: ProbeContext,
  operation: Operation,
  actors: readonly Actor[],
  { fresh, most }: WriteManner,
  states: Set<string>,
): Promise<Target[]> => {
  const found: Target[] = [];
  for (const target of actors.flatMap((actor) => targetsOf(context, operation, actor, 8))) {
    if (!mayChange(context, target.resource)) continue;
    // The other party's view of the same thing is the same thing.
    const state = (await stateOf(context, target)) || `one of a ${target.owner.role}`;
    if (states.has(state)) continue;
    states.add(state);
    found.push(target);
    if (found.length >= most) break;
  }
  const [sample] = found;
  if (fresh !== true || sample === undefined) return found;
  const made = await context.resources.fresh(sample.resource.type, sample.owner);
  const again =
    made === undefined
      ? undefined
      : targetsOf(context, operation, sample.owner, 50).find(({ resource }) => resource.id === made.id);
  return again === undefined ? found : [again, ...found.slice(1)];
};

const stateOf = async (context: ProbeContext, { resource, owner }: Target): Promise<string> => {
  const part = await lastPart(context, owner, resource);
  if (typeof part !== 'object' || part === null) return '';
  const { status, state } = part as { status?: unknown; state?: unknown };
  return [status, state].find((one) => typeof one === 'string') ?? '';
};

const tryTarget = async (
  context: ProbeContext,
  target: Target,
  attacker: Actor | null,
  manner: WriteManner,
  before: readonly Look[],
): Promise<{ said: Said; attempt: Attempt }> => {
  const { operation, owner, resource, url } = target;
  const body = manner.body?.(context, operation, attacker, before[0]?.part);
  const tried = await attempt(context, {
    operation,
    url,
    as: attacker,
    resource,
    mode: manner.mode,
    before,
    ...(body === undefined ? {} : { body }),
  });
  if (tried.change !== undefined) await manner.undo?.(context, target, tried);
  const said = sayAttempt(
    context,
    operation.id,
    tried,
    attacker,
    owner,
    `${manner.verb} the ${nounOf(operation.path) || 'object'} of ${owner.name}`,
  );
  return { said, attempt: tried };
};

export const sayAttempt = (
  context: ProbeContext,
  subject: string,
  tried: Attempt,
  attacker: Actor | null,
  owner: Actor,
  deed: string,
): Said => {
  const verdict = judgeAttempt(tried);
  const { answer, before, after, change } = tried;
  const shown = [change?.before.answer ?? before[0]?.answer, answer, change?.after.answer ?? after?.[0]?.answer];
  if (change === undefined) {
    const readback = after === undefined || after.length === 0 ? '' : `, and ${owner.name} saw no change`;
    return say(
      subject,
      verdict,
      `${whoIs(attacker)} tried to ${deed}: it ${told(answer)}${readback}.`,
      shown,
      between(attacker, owner),
    );
  }
  const members = changedMembers(change);
  context.cells.push(leakCell(subject, attacker?.role ?? 'nobody', answer.ok ? answer.status : null, answer.exchange));
  const what =
    change.kind === 'gone' ? 'it is gone' : `it has changed${members.length > 0 ? ` (${members.join(', ')})` : ''}`;
  const said = `${whoIs(attacker)} could ${deed}: the answer was ${answer.ok ? answer.status : 'none'}, and ${owner.name} reads that ${what}.`;
  return say(subject, 'confirmed', said, shown, between(attacker, owner, { effect: change.kind }));
};
