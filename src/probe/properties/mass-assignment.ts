import { aThing, between, notTried, settleSubjects } from '../access/report.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import { isGood, isSilent, told } from '../access/answers.ts';
import { encoded, harmlessChange, headersFor, membersOfBody } from '../access/bodies.ts';
import { isObject, sameJson } from '../access/json.ts';
import { nounOf, pathNames } from '../access/operations.ts';
import { idsOf } from '../access/parent-trials.ts';
import { lookAt } from '../access/readback.ts';
import { survey } from '../access/survey.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';
import { extrasFor, type Extra } from './extra-fields.ts';
import { ownFor, updates, type Own } from './own-thing.ts';
import { signUpRole } from './sign-up-role.ts';

const write = (
  context: ProbeContext,
  { operation, url, owner }: Own,
  value: Record<string, unknown>,
): Promise<Answer> => {
  const body = encoded(operation, value);
  return context.send(
    { method: operation.method, url, headers: headersFor(operation), ...(body === undefined ? {} : { body }) },
    { as: owner, mode: 'write' },
  );
};

const read = async (context: ProbeContext, own: Own): Promise<{ part: unknown; answer: Answer }> => {
  const { part, answer } = await lookAt(context, own.window, own.id);
  return { part, answer };
};

const tryOne = async (context: ProbeContext, operation: Operation): Promise<Said | undefined> => {
  const own = await ownFor(context, operation);
  if (own === undefined)
    return pathNames(operation.path).length === 0
      ? undefined
      : notTried(operation.id, `No account has ${aThing(nounOf(operation.path))} of ours to change.`);
  const { owner } = own;
  const first = await read(context, own);
  if (!isObject(first.part)) return undefined;
  const seen = await survey(context);
  const peer = context.actors.pairs().find(([, attacker]) => attacker === owner)?.[0];
  const extras = extrasFor(
    first.part,
    membersOfBody(operation),
    operation.answer?.schema,
    context.actors.all,
    peer === undefined ? [] : idsOf(context, seen, peer),
  );
  if (extras.length === 0)
    return say(
      operation.id,
      'refuted',
      'Its answer shows nothing that only the app may set.',
      [first.answer],
      between(owner),
    );
  const control = harmlessChange(membersOfBody(operation), first.part);
  const base = control === undefined ? {} : { [control.name]: control.value };
  const controlAnswer = control === undefined ? undefined : await write(context, own, base);
  if (control !== undefined && !isGood(controlAnswer))
    return say(
      operation.id,
      isSilent(controlAnswer) ? 'inconclusive' : 'not-tested',
      `The ordinary change ${told(controlAnswer)}, so nothing follows.`,
      [first.answer, controlAnswer],
      between(owner),
    );
  const before = await read(context, own);
  const taken = await send(context, own, base, extras, before.part);
  if (control !== undefined && isObject(first.part) && control.name in first.part)
    await write(context, own, { [control.name]: first.part[control.name] });
  if (taken === undefined)
    return say(
      operation.id,
      'refuted',
      `None of ${extras.map(({ name }) => name).join(', ')} was taken over.`,
      [before.answer, controlAnswer],
      between(owner),
    );
  context.cells.push(
    leakCell(operation.id, owner.role, taken.answer.ok ? taken.answer.status : null, taken.answer.exchange),
  );
  const text = `${owner.name} sent ${taken.names.join(', ')}, which the request does not have, and reads ${taken.names.length > 1 ? 'them' : 'it'} changed${taken.restored ? '' : ' (it could not be set back)'}.`;
  return say(
    operation.id,
    'confirmed',
    text,
    [before.answer, taken.answer, taken.after],
    between(owner, undefined, { members: taken.names.join(', '), restored: taken.restored }),
  );
};

/** All at once; where unknown members are refused, each by itself. What was taken is set back. */
const send = async (
  context: ProbeContext,
  own: Own,
  base: Record<string, unknown>,
  extras: readonly Extra[],
  before: unknown,
) => {
  const tryThese = async (some: readonly Extra[]) => {
    const answer = await write(context, own, {
      ...base,
      ...Object.fromEntries(some.map(({ name, value }) => [name, value])),
    });
    if (!answer.ok) return { answer };
    const after = await read(context, own);
    const names = !isObject(before) || !isObject(after.part) ? [] : takenOver(before, after.part, some);
    if (names.length === 0) return { answer };
    const old = before as Record<string, unknown>;
    await write(context, own, Object.fromEntries(names.map((name) => [name, old[name]])));
    const now = await read(context, own);
    const part = now.part;
    const restored = isObject(part) && names.every((name) => sameJson(part[name], old[name]));
    return { answer, taken: { names, answer, after: after.answer, restored } };
  };
  const all = await tryThese(extras);
  if (all.taken !== undefined) return all.taken;
  if (isGood(all.answer)) return undefined;
  for (const extra of extras.slice(0, 6)) {
    const one = await tryThese([extra]);
    if (one.taken !== undefined) return one.taken;
  }
  return undefined;
};

/** Pure: members that have the value that was sent and had another one before. */
export const takenOver = (
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  sent: readonly Extra[],
): string[] =>
  sent
    .filter(({ name, value }) => sameJson(after[name], value) && !sameJson(before[name], value))
    .map(({ name }) => name);

export const massAssignment = makeProbe({
  id: 'mass-assignment',
  tries: 'whether a change or a sign-up takes over what only the app may set: role, flags, status, owner',
  mode: 'write',
  subject: 'members that only the app may set',
  requests: ({ operations }) =>
    operations.filter(({ method }) => method === 'PATCH' || method === 'PUT').length * 14 + 20,
  run: async (context) => {
    const said: Said[] = [];
    for (const operation of updates(context)) {
      const one = await tryOne(context, operation);
      if (one !== undefined) said.push(one);
    }
    const signUp = await signUpRole(context);
    if (signUp !== undefined) said.push(signUp);
    for (const actor of context.actors.all.slice(0, 8))
      if (said.some(({ verdict, actor: name }) => verdict === 'confirmed' && name === actor.name))
        await context.actors.check(actor);
    return settleSubjects(said);
  },
});
