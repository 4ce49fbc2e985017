import { enterByForm } from '../accounts/ways-in.ts';
import { peopleOf } from '../accounts/people.ts';
import { allows } from '../consent/modes.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import { isVerb, singular } from '../inventory/words.ts';
import type { KeptCanaryBook } from '../values/canaries.ts';
import { isGood } from './answers.ts';
import { bodyFor, encoded, headersFor, membersOfBody } from './bodies.ts';
import { leavesOf } from './json.ts';
import { learn } from './learnt.ts';
import { addressOf, isSafeRead, nounOf, pathNames, tailOf } from './operations.ts';
import { withoutTwins } from './twins.ts';
import { isStaff, meantFor } from './people.ts';
import { targetsOf, type Target } from './targets.ts';
import { fillOne } from './trade.ts';
import { madeId } from './tidy.ts';
import { kindOfWrite } from './writes.ts';

const MOST_PARENTS = 4;
const SESSIONS = /^(?:session|device)$/;

/** On a development copy, things that hang on what the accounts already had: the refund of an order that was paid long ago. Made before anybody looks. */
export const grow = async (context: ProbeContext): Promise<void> => {
  const { boundary } = context.config;
  if (boundary?.environment !== 'development' || !allows(boundary.mode, 'write')) return;
  const spent = await growMoney(context);
  for (const operation of withoutTwins(context.operations)) {
    const type = singular(tailOf(operation.path) ?? '');
    if (
      kindOfWrite(operation) !== 'child' ||
      isVerb(tailOf(operation.path) ?? '') ||
      /multipart/.test(operation.body?.contentType ?? '')
    )
      continue;
    if (!isAskedFor(context, type) || context.resources.all().some((one) => one.type === type)) continue;
    await growOne(context, operation, type, spent);
  }
  await growSessions(context);
  await fillOne(context);
};

/** Something else is done by the id of such a thing. */
const isAskedFor = (context: ProbeContext, type: string): boolean =>
  withoutTwins(context.operations).some(({ path }) => nounOf(path) === type && pathNames(path).length > 0);

/** Of each role, the first who may on the first thing that takes it. */
const growOne = async (
  context: ProbeContext,
  operation: Operation,
  type: string,
  spent: string | undefined,
): Promise<void> => {
  const meant = meantFor(context, operation);
  const actors = context.actors.all
    .filter((actor) => !isStaff(actor) && (meant === undefined || meant.roles.has(actor.role)))
    .toSorted((a, b) => a.rank - b.rank);
  for (const owner of actors) {
    const parents = targetsOf(context, operation, owner, 12).filter(({ resource }) => resource.id !== spent);
    for (const target of parents.slice(0, MOST_PARENTS * 2)) {
      const given = await namedByParent(context, operation, target);
      const body = bodyFor(context, operation, owner, { given, private: type });
      const payload = encoded(operation, body);
      const answer = await context.send(
        {
          method: operation.method,
          url: target.url,
          headers: headersFor(operation),
          ...(payload === undefined ? {} : { body: payload }),
        },
        { as: owner, mode: 'write' },
      );
      if (!answer.ok || answer.status === 401 || answer.status === 403) break;
      if (!isGood(answer)) continue;
      context.made?.push({
        type,
        id: madeId(answer) ?? 'unknown',
        owner: owner.name,
        by: operation.id,
        state: 'cannot be removed',
        remove: `It hangs on a ${nounOf(operation.path)} that was there before: refuse or delete it there.`,
      });
      const { parties = [] } = target.resource;
      (context.canaries as Partial<KeptCanaryBook>).share?.(JSON.stringify(body), parties);
      const id = madeId(answer);
      if (id === undefined) return;
      remember(context, {
        type,
        id,
        owner: owner.name,
        from: operation.id,
        ours: true,
        keys: target.values,
        public: false,
        parties,
      });
      return;
    }
  }
};

/** Ids in the body that the parent shows: the thing that was ordered, in a review of the order. */
const namedByParent = async (
  context: ProbeContext,
  operation: Operation,
  target: Target,
): Promise<Record<string, unknown>> => {
  const wanted = Object.keys(membersOfBody(operation)).filter((name) => /(?:id|uuid|slug)$/i.test(name));
  const item = withoutTwins(context.operations).find(
    (other) => isSafeRead(other) && operation.path.startsWith(`${other.path}/`) && other.path.endsWith('}'),
  );
  const url = wanted.length === 0 ? undefined : item && addressOf(item, target.values);
  if (url === undefined) return {};
  const answer = await context.send({ method: 'GET', url }, { as: target.owner, mode: 'read' });
  const leaves = isGood(answer) ? leavesOf(answer.json) : [];
  return Object.fromEntries(
    wanted.flatMap((name) =>
      leaves
        .filter((leaf) => leaf.name === name)
        .slice(0, 1)
        .map(({ value }) => [name, value]),
    ),
  );
};

/** Each party holds it as well. */
const remember = (context: ProbeContext, resource: Resource): void => {
  const all = [resource.owner, ...(resource.parties ?? [])];
  for (const owner of all) learn(context, { ...resource, owner, parties: all.filter((name) => name !== owner) });
};

/** Where people see their sessions, two of one role log in by the form, so that there are some. */
const growSessions = async (context: ProbeContext): Promise<void> => {
  const lists = withoutTwins(context.operations).some(
    (operation) =>
      isSafeRead(operation) && pathNames(operation.path).length === 0 && SESSIONS.test(nounOf(operation.path)),
  );
  const [pair] = context.actors.pairs().filter(([victim]) => !isStaff(victim));
  if (!lists || pair === undefined) return;
  const people = peopleOf(context);
  for (const actor of pair satisfies readonly Actor[]) {
    const person = people.find((one) => one.actor.name === actor.name);
    if (person !== undefined) await enterByForm(context, person.account);
  }
};

const MONEY = /(?:balance|payable|earnings|wallet|available)\/?$/i;
const RECEIPT = /^(?:complete|receive|received|confirm-?(?:delivery|receipt))$/i;

/** Two peers who are owed the same cannot be told apart: a buyer says that something arrived, until one is owed more. */
const growMoney = async (context: ProbeContext): Promise<string | undefined> => {
  const operations = withoutTwins(context.operations);
  const place = operations.find(
    (operation) => isSafeRead(operation) && pathNames(operation.path).length === 0 && MONEY.test(operation.path),
  );
  const url = place && addressOf(place, {});
  const receipt = operations.find(
    (operation) =>
      kindOfWrite(operation) === 'action' &&
      RECEIPT.test(tailOf(operation.path) ?? '') &&
      meantFor(context, operation) === undefined,
  );
  if (url === undefined || receipt === undefined) return undefined;
  const read = async (as: Actor): Promise<string | undefined> => {
    const answer = await context.send({ method: 'GET', url }, { as, mode: 'read' });
    return isGood(answer) ? answer.text : undefined;
  };
  for (const [victim, attacker] of context.actors.pairs()) {
    const theirs = await read(victim);
    if (theirs === undefined || theirs !== (await read(attacker))) continue;
    const buyers = context.actors.all.filter((actor) => actor.role !== victim.role && !isStaff(actor));
    const targets = buyers
      .flatMap((buyer) => targetsOf(context, receipt, buyer, 12))
      .filter(({ resource }) => resource.parties?.some((name) => name === victim.name || name === attacker.name));
    for (const target of targets.slice(0, 8)) {
      const answer = await context.send(
        { method: receipt.method, url: target.url },
        { as: target.owner, mode: 'write' },
      );
      if (isGood(answer)) return target.resource.id;
    }
    return undefined;
  }
  return undefined;
};
