import { once } from '../accounts/memo.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { singular } from '../inventory/words.ts';
import { isGood } from './answers.ts';
import { learntOf } from './learnt.ts';
import {
  isAccountDoor,
  isHidden,
  isSafeRead,
  isStream,
  missingLike,
  nounOf,
  pathNames,
  tailOf,
  addressOf,
} from './operations.ts';
import { withPages } from './twins.ts';
import { isStaff, isStaffs, meantFor, strangersTo } from './people.ts';
import { outcomeOf } from './survey.ts';
import { targetsOf, type Target } from './targets.ts';

/** One object read by its owner, by strangers, by nobody, and one that does not exist. */
export interface ItemRead {
  target: Target;
  control: Answer;
  missing: Answer | undefined;
  asks: readonly { viewer: Actor | null; answer: Answer }[];
}

export interface ItemReads {
  reads: readonly ItemRead[];
  /** Operations for which no own object was found, or none that its owner can read. */
  without: readonly { operation: Operation; failed: Answer | undefined }[];
}

const MOST_BYTES = 512 * 1024;
const PERSON = /^(?:user|profile|member|people|person|author|account|customer|seller|buyer|u)$/;

/** Reads of one object that are not the staff's: staff's are functions. */
export const itemOperations = (context: ProbeContext): Operation[] =>
  withPages(context.operations).filter(
    (operation) =>
      isSafeRead(operation) &&
      !isStream(operation) &&
      !isAccountDoor(operation) &&
      !isHidden(operation) &&
      pathNames(operation.path).length > 0 &&
      !isStaffs(context, operation),
  );

/** Own things of an actor; where people themselves are read by id, the actor's own ids. */
const candidates = (context: ProbeContext, operation: Operation, actor: Actor): Target[] => {
  const found = withChildrenFirst(context, operation, actor, targetsOf(context, operation, actor, 12)).slice(0, 4);
  const [named, ...more] = pathNames(operation.path);
  if (found.length > 0 || named === undefined || more.length > 0 || !PERSON.test(nounOf(operation.path))) return found;
  return [...actor.ids].slice(0, 3).flatMap((id): Target[] => {
    const values = { [named]: id };
    const url = addressOf(operation, values);
    const resource = {
      type: 'user',
      id,
      owner: actor.name,
      from: operation.id,
      ours: false,
      keys: values,
      public: false,
    };
    return url === undefined ? [] : [{ operation, owner: actor, resource, url, values, named }];
  });
};

/** Of what is read below an object, an object that has something there: an order with a refund. */
const withChildrenFirst = (
  context: ProbeContext,
  { path }: Operation,
  actor: Actor,
  targets: readonly Target[],
): readonly Target[] => {
  const type = singular(tailOf(path) ?? '');
  if (type === '') return targets;
  const parents = new Set(
    [...context.resources.of(actor, type), ...learntOf(context, type, actor)].flatMap(({ keys }) =>
      Object.values(keys),
    ),
  );
  const has = ({ resource }: Target): number => Number(parents.has(resource.id));
  return targets.toSorted((a, b) => has(b) - has(a));
};

/** Asked once in a run: object-read, file-access and the properties share it. */
export const itemReads = (context: ProbeContext): Promise<ItemReads> =>
  once(context, 'item reads', () => readAll(context));

const readAll = async (context: ProbeContext): Promise<ItemReads> => {
  const reads: ItemRead[] = [];
  const without: { operation: Operation; failed: Answer | undefined }[] = [];
  await Promise.all(
    itemOperations(context).map(async (operation) => {
      const found = await readOne(context, operation);
      if (found.reads.length === 0) without.push({ operation, failed: found.failed });
      reads.push(...found.reads);
    }),
  );
  return { reads, without };
};

const get = ({ send }: ProbeContext, url: string, as: Actor | null): Promise<Answer> =>
  send({ method: 'GET', url }, { as, mode: 'read', maxBytes: MOST_BYTES });

const readOne = async (
  context: ProbeContext,
  operation: Operation,
): Promise<{ reads: ItemRead[]; failed?: Answer }> => {
  const meant = meantFor(context, operation);
  const reads: ItemRead[] = [];
  let failed: Answer | undefined;
  for (const [, actors] of Map.groupBy(
    context.actors.all.filter((actor) => !isStaff(actor)),
    ({ role }) => role,
  )) {
    const best = await controlled(context, operation, actors);
    failed ??= best?.failed;
    if (best?.target === undefined || best.control === undefined) continue;
    const { target, control } = best;
    const missingUrl = addressOf(operation, {
      ...target.values,
      [target.named]: missingLike(target.values[target.named] ?? ''),
    });
    const viewers = [...strangersTo(context, target.owner, target.resource, meant), null];
    const [missing, ...asks] = await Promise.all([
      missingUrl === undefined ? undefined : get(context, missingUrl, viewers[0] ?? null),
      ...viewers.map(async (viewer) => ({ viewer, answer: await get(context, target.url, viewer) })),
    ]);
    note(context, target, control, asks);
    reads.push({ target, control, missing, asks });
  }
  return { reads, ...(failed === undefined ? {} : { failed }) };
};

/** The first own object that its owner can read, one with private things of the owner in it if there is one. */
const controlled = async (context: ProbeContext, operation: Operation, actors: readonly Actor[]) => {
  let best: { target?: Target; control?: Answer; failed?: Answer } | undefined;
  for (const target of actors.flatMap((actor) => candidates(context, operation, actor)).slice(0, 5)) {
    const control = await get(context, target.url, target.owner);
    if (!isGood(control)) {
      best ??= { failed: control };
      continue;
    }
    if (best?.target === undefined) best = { target, control };
    if (context.canaries.seenIn(control.text).some(({ owner }) => owner === target.owner.name))
      return { target, control };
  }
  return best;
};

const note = (context: ProbeContext, { operation, owner }: Target, control: Answer, asks: ItemRead['asks']): void => {
  const cell = (role: string, answer: Answer, viewer: Actor | null) => ({
    operation: operation.id,
    role,
    outcome: outcomeOf(answer, viewer),
    status: answer.ok ? answer.status : null,
    exchange: answer.exchange,
  });
  context.cells.push(cell(owner.role, control, owner));
  for (const { viewer, answer } of asks) {
    if (viewer?.role !== owner.role) context.cells.push(cell(viewer?.role ?? 'nobody', answer, viewer));
  }
};
