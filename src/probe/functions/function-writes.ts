import { attempt, judgeAttempt } from '../access/attempt.ts';
import { isGood, isSilent, told } from '../access/answers.ts';
import { bodyFor, encoded, headersFor } from '../access/bodies.ts';
import { leavesOf } from '../access/json.ts';
import { addressOf, pathNames, withoutTwins, isSafeRead } from '../access/operations.ts';
import type { Meant } from '../access/people.ts';
import { changedMembers, windowsOn, type Look } from '../access/readback.ts';
import { survey } from '../access/survey.ts';
import type { Target } from '../access/targets.ts';
import type { Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { emptyAddress, somethingFor } from './fit.ts';
import { firstTry } from './judge-function.ts';
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
  return create(context, operation, attacker, inCharge, meant, first);
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
  const body = bodyFor(context, operation, owner, { now: before[0]?.part });
  const tried = await attempt(context, {
    operation,
    url: target.url,
    as: attacker,
    resource: target.resource,
    eyes,
    before,
    ...(body === undefined ? {} : { body }),
  });
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

/** Something made that only others may make: shown when who is in charge finds it in the list. */
const create = async (
  context: ProbeContext,
  operation: Operation,
  attacker: Actor | null,
  inCharge: Actor | undefined,
  meant: Meant | undefined,
  first: Answer,
): Promise<Said | undefined> => {
  const url = addressOf(operation, {});
  const owner = attacker ?? inCharge ?? context.actors.all[0];
  if (url === undefined || owner === undefined) return undefined;
  const body = bodyFor(context, operation, owner);
  const payload = encoded(operation, body);
  const answer =
    isGood(first) && body !== undefined && Object.keys(body).length === 0
      ? first
      : await context.send(
          {
            method: operation.method,
            url,
            headers: headersFor(operation),
            ...(payload === undefined ? {} : { body: payload }),
          },
          { as: attacker, mode: 'write' },
        );
  if (!isGood(answer)) {
    return sayFunction(
      operation,
      attacker,
      isSilent(answer) ? 'inconclusive' : 'refuted',
      `it ${told(answer)}`,
      [first, answer],
      meant,
    );
  }
  const marks = leavesOf(body).flatMap(({ value }) =>
    typeof value === 'string' && value.length >= 6 && !/^(?:true|false|\d{4}-)/.test(value) ? [value] : [],
  );
  const after = await listFor(context, operation, inCharge);
  const shown = isGood(after) && marks.some((one) => after.text.includes(one));
  if (shown) context.cells.push(leakCell(operation.id, attacker?.role ?? 'nobody', answer.status, answer.exchange));
  // What nobody may be kept from is not known when nothing says whom it is for.
  if (!shown && meant === undefined)
    return sayFunction(
      operation,
      attacker,
      operation.declared === 'protected' ? 'likely' : 'refuted',
      `it ${told(answer)}`,
      [answer, after],
      meant,
    );
  const what = shown
    ? `it ${told(answer)}, and ${inCharge?.name ?? 'its list'} finds what was made`
    : `it ${told(answer)}, and no effect could be read back`;
  return sayFunction(operation, attacker, shown ? 'confirmed' : 'likely', what, [answer, after], meant);
};

/** The list where such things stand, as who is in charge reads it now. */
const listFor = async (
  context: ProbeContext,
  { origin, path }: Operation,
  inCharge: Actor | undefined,
): Promise<Answer | undefined> => {
  const list = withoutTwins(context.operations).find(
    (one) => isSafeRead(one) && one.origin === origin && one.path === path,
  );
  const known = list === undefined ? undefined : (await survey(context)).of(list)[0];
  return known === undefined
    ? undefined
    : context.send({ method: 'GET', url: known.url }, { as: inCharge ?? null, mode: 'read' });
};
