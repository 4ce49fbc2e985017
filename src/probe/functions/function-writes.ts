import { attempt, judgeAttempt, type Attempt } from '../access/attempt.ts';
import { told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor, membersOfBody } from '../access/bodies.ts';
import { isObject } from '../access/json.ts';
import { pathNames } from '../access/operations.ts';
import type { Meant } from '../access/people.ts';
import { changedMembers, windowsOn, type Look } from '../access/readback.ts';
import type { Target } from '../access/targets.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { emptyAddress, somethingFor } from './fit.ts';
import { firstTry } from './judge-function.ts';
import { tryCreate } from './function-creates.ts';
import { sayFunction } from './say-function.ts';
import { takeBack } from './take-back.ts';

/** A write that is meant for others: first with ids that mean nothing and an empty body, which harms nobody; only when no guard answers, in earnest. */
export const tryFunctionWrite = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
): Promise<Said | undefined> => {
  const url = emptyAddress(context, operation);
  if (url === undefined) return undefined;
  const blank = encoded(operation, {});
  const first = await context.send(
    { method: operation.method, url, headers: headersFor(operation), ...(blank === undefined ? {} : { body: blank }) },
    { as: attacker, mode: 'write' },
  );
  const outcome = firstTry(first);
  context.cells.push({
    operation: operation.id,
    role: attacker?.role ?? 'nobody',
    outcome: outcome === 'guarded' ? 'refused' : 'unknown',
    status: first.ok ? first.status : null,
    exchange: first.exchange,
  });
  if (outcome === 'guarded') return sayFunction(operation, attacker, 'refuted', `it ${told(first)}`, [first], meant);
  if (outcome === 'held')
    return sayFunction(operation, attacker, 'not-tested', 'the run may not write', [first], meant);
  if (outcome === 'silent')
    return sayFunction(operation, attacker, 'inconclusive', `it ${told(first)}`, [first], meant);
  if (pathNames(operation.path).length > 0) return onObject(context, operation, attacker, inCharge, meant, first);
  // Open to all it may be meant to be: a contact form, a search.
  if (meant === undefined && operation.declared !== 'protected') return undefined;
  return tryCreate(context, operation, attacker, inCharge, meant, first);
};

const onObject = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
  first: Answer,
): Promise<Said | undefined> => {
  // Without staff's area in the path, the object probes ask.
  if (meant === undefined) return undefined;
  const targets = await somethingFor(context, operation);
  if (targets.length === 0) {
    const inChargeToo =
      inCharge === undefined
        ? undefined
        : await context.send(
            { method: operation.method, url: emptyAddress(context, operation) ?? '', ...blankBody(operation) },
            { as: inCharge, mode: 'write' },
          );
    const same = inChargeToo?.ok === true && first.ok && inChargeToo.status !== first.status && first.status === 404;
    // Those who may are told something else than “not found”: the attacker was kept out.
    return sayFunction(
      operation,
      attacker,
      same ? 'refuted' : 'inconclusive',
      `it ${told(first)} for an id that means nothing, and there was nothing of ours to try it on`,
      [first, inChargeToo],
      meant,
    );
  }
  let last: Said | undefined;
  for (const target of targets) {
    last = await onTarget(context, operation, attacker, inCharge, meant, target);
    if (last.verdict === 'confirmed') break;
  }
  return last;
};

const onTarget = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant,
  target: Target,
): Promise<Said> => {
  const { eyes, before } = await watched(context, target, inCharge);
  const owner = attacker ?? inCharge ?? target.owner;
  let tried: Attempt | undefined;
  // A choice that does not fit this object is no guard: the others are tried.
  for (const given of [{}, ...choicesOf(operation, before[0]?.part)]) {
    const body = bodyFor(context, operation, owner, { now: before[0]?.part, given });
    tried = await attempt(context, {
      operation,
      url: target.url,
      as: attacker,
      resource: target.resource,
      eyes,
      before,
      ...(body === undefined ? {} : { body }),
    });
    if (tried.change !== undefined || !tried.answer.ok || ![400, 409, 422].includes(tried.answer.status)) break;
  }
  if (tried === undefined) return sayFunction(operation, attacker, 'not-tested', 'nothing was sent', [], meant);
  const verdict = judgeAttempt(tried);
  if (verdict !== 'confirmed')
    return sayFunction(
      operation,
      attacker,
      verdict,
      `it ${told(tried.answer)}, and nothing changed`,
      [before[0]?.answer, tried.answer, tried.after?.[0]?.answer],
      meant,
    );
  context.cells.push(
    leakCell(
      operation.id,
      attacker?.role ?? 'nobody',
      tried.answer.ok ? tried.answer.status : null,
      tried.answer.exchange,
    ),
  );
  const { change } = tried;
  const members = change === undefined ? [] : changedMembers(change);
  if (change !== undefined && inCharge !== undefined) await takeBack(context, operation, target, change, inCharge);
  const effect =
    change?.kind === 'gone'
      ? 'and the object is gone'
      : `and the object has changed (${members.join(', ') || 'read back'})`;
  return sayFunction(
    operation,
    attacker,
    'confirmed',
    `it ${told(tried.answer)}, ${effect}`,
    [change?.before.answer, tried.answer, change?.after.answer],
    meant,
  );
};

/** Other values of a choice that the object shows: a role, a status. */
const choicesOf = (operation: Operation, part: unknown): Record<string, unknown>[] =>
  Object.entries(membersOfBody(operation))
    .filter(([name, { enum: choices }]) => choices !== undefined && isObject(part) && name in part)
    .flatMap(([name, { enum: choices = [] }]) =>
      choices.filter((one) => !isObject(part) || one !== part[name]).map((one) => ({ [name]: one })),
    )
    .slice(1, 4);

const blankBody = (operation: Operation): { body?: NonNullable<ReturnType<typeof encoded>> } => {
  const body = encoded(operation, {});
  return body === undefined ? {} : { body };
};

/** Whoever sees the object: its owner, who is in charge, or everybody. */
const watched = async (
  context: ProbeContext,
  target: Target,
  inCharge: Actor | undefined,
): Promise<{ eyes: Actor | null; before: readonly Look[] }> => {
  const owner = context.actors.named(target.resource.owner);
  for (const eyes of [inCharge, owner, null]) {
    if (eyes === undefined) continue;
    const before = await windowsOn(context, eyes, target.resource);
    if (before.length > 0) return { eyes, before };
  }
  return { eyes: null, before: [] };
};
