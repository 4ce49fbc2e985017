import type { MadeObject } from '../../model/evidence/boundary.ts';
import type { Actor, ActorPool } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Answer, GoodAnswer, Send } from '../contract/send.ts';
import { partOf } from '../access/json.ts';
import { isFor, lastParameter, sameType, typeOfParameter } from '../resources/naming.ts';
import { addressFor, headersFor } from '../resources/request-for.ts';
import type { Ledger, LedgerEntry } from './ledger.ts';
import { isOver, removalsOf, type Removal } from './removals.ts';

export interface CleanUpParts {
  actors: ActorPool;
  operations: readonly Operation[];
  send: Send;
  /** Where removals are written down. */
  ledger: Ledger;
}

/** Requests for all of it: what is left then is named, not removed. */
const MOST = 400;
const MOST_WAYS = 3;

/** Removes what was made, as its owner, and proves it by reading back. Last made, first removed. Never throws. */
export const cleanUp = async (entries: readonly LedgerEntry[], parts: CleanUpParts): Promise<readonly MadeObject[]> => {
  const left = { requests: MOST };
  const results: MadeObject[] = [];
  const known = new Set(parts.ledger.objects().map(({ key }) => key));
  for (const entry of entries.toReversed()) {
    if (entry.step === 'failed') continue;
    if (!known.has(entry.key)) parts.ledger.takeUp(entry);
    results.push(await removeOne(entry, parts, left));
  }
  return results.toReversed();
};

const removeOne = async (entry: LedgerEntry, parts: CleanUpParts, left: { requests: number }): Promise<MadeObject> => {
  const { key, type, id = '', owner, by, step } = entry;
  const object = { type, id, owner, by };
  if (step === 'removed') return { ...object, state: 'removed' };
  const done = (): MadeObject => {
    parts.ledger.removed(key);
    return { ...object, state: 'removed' };
  };
  const failed = (remove: string): MadeObject => {
    parts.ledger.cannotRemove(key, remove);
    return { ...object, state: 'cannot be removed', remove };
  };
  // Nothing reached the app: the next run has another chance.
  const postponed = (why: string): MadeObject => ({
    ...object,
    state: 'there',
    remove: `It could not be tried (${why}): the next run that may write removes it.`,
  });
  if (step === 'cannot be removed')
    return { ...object, state: 'cannot be removed', ...(entry.remove === undefined ? {} : { remove: entry.remove }) };
  if (step === 'intent' && entry.restore !== undefined)
    return failed(
      `No answer came to ${by} as ${owner}: look whether ${Object.keys(entry.restore).join(', ')} of ${owner} is as it was.`,
    );
  if (step === 'intent') return failed(`No answer came to ${by} as ${owner}: look whether a new ${type} is there.`);
  const what = `${type}${id === '' ? '' : ` ${id}`} of ${owner}`;
  const actor = parts.actors.named(owner);
  if (actor === undefined) return failed(`Log in as ${owner} and remove the ${type}${id === '' ? '' : ` ${id}`}.`);
  if (entry.restore !== undefined)
    return (await restored(entry, actor, parts))
      ? done()
      : failed(`Empty ${Object.keys(entry.restore).join(', ')} of ${owner}.`);
  const ways = removalsOf(parts.operations, type).filter(
    ({ operation }) => id !== '' && isFor(actor, operation, parts.actors.all),
  );
  if (ways.length === 0)
    return failed(`The app offers no way to remove ${what} (made by ${by}): remove it in the database.`);
  let hidden = false;
  let said = '';
  const [first] = ways;
  for (const way of ways.slice(0, MOST_WAYS)) {
    let tried = await tryWay(way, entry, actor, parts, left);
    // What is public must often be hidden before it can be removed.
    if (tried === 'hidden' && first !== undefined && first !== way) {
      hidden = true;
      tried = await tryWay(first, entry, actor, parts, left);
    }
    if (tried === 'gone') return done();
    if (typeof tried === 'object' && tried.unsent === true) return postponed(tried.said);
    said ||= typeof tried === 'object' ? tried.said : '';
    if (hidden) break;
  }
  const how =
    first === undefined
      ? ''
      : `${first.operation.method} ${urlOf(first.operation, first.parameter, entry) ?? first.operation.path} as ${owner}`;
  return failed(
    `${how} did not remove it${said === '' ? '' : ` (${said})`}${hidden ? '; it is hidden from others' : ''}.`,
  );
};

/** What was filled in is taken out again, and read back. */
const restored = async (
  { by, restore = {} }: LedgerEntry,
  actor: Actor,
  { operations, send }: CleanUpParts,
): Promise<boolean> => {
  const change = operations.find(({ id }) => id === by);
  const url = change === undefined ? undefined : addressFor(change, {});
  if (change === undefined || url === undefined) return false;
  const answer = await send({ method: change.method, url, body: { json: restore } }, { as: actor, mode: 'write' });
  if (!answer.ok || answer.status >= 300) return false;
  const after = await send({ method: 'GET', url }, { as: actor, mode: 'read' });
  const text = after.ok && after.status === 200 ? after.text : undefined;
  return (
    text !== undefined &&
    Object.entries(restore).every(
      ([name, value]) => value !== null || text.includes(`"${name}":null`) || !text.includes(`"${name}":`),
    )
  );
};

const urlOf = (operation: Operation, parameter: string, { keys = {}, id = '' }: LedgerEntry): string | undefined =>
  addressFor(operation, { ...keys, [parameter]: keys[parameter] ?? id });

type Tried = 'gone' | 'hidden' | { said: string; unsent?: boolean };

const tryWay = async (
  { operation, parameter, effect }: Removal,
  entry: LedgerEntry,
  actor: Actor,
  parts: CleanUpParts,
  left: { requests: number },
): Promise<Tried> => {
  const url = urlOf(operation, parameter, entry);
  const headers = headersFor(operation);
  if (url === undefined || headers === undefined || left.requests < 2)
    return left.requests < 2 ? { said: 'the budget is spent', unsent: true } : { said: 'it has no address' };
  left.requests -= 2;
  const answer = await parts.send(
    { method: operation.method, url, headers, ...(operation.body === undefined ? {} : { body: { json: {} } }) },
    { as: actor, mode: 'write' },
  );
  if (!answer.ok) return { said: answer.said, unsent: true };
  const read =
    readsOf(parts.operations, entry.type).find(
      (one) => isFor(actor, one, parts.actors.all) && one.declared !== 'public',
    ) ?? readsOf(parts.operations, entry.type).find((one) => isFor(actor, one, parts.actors.all));
  const at = read === undefined ? undefined : urlOf(read, lastParameter(read.path) ?? '', entry);
  const isDone = answer.status < 300 || answer.status === 404 || answer.status === 410;
  if (at === undefined)
    return isDone ? byList(entry, actor, parts, answer, left) : { said: `answered ${answer.status}` };
  const after = await parts.send({ method: 'GET', url: at }, { as: actor, mode: 'read' });
  if (!after.ok) return { said: after.said };
  if (after.status === 404 || after.status === 410 || (after.status === 200 && isOver(after.json))) return 'gone';
  if (effect === 'removes' && answer.status < 300 && (after.status === 403 || isBlank(after, entry.id ?? '')))
    return 'gone';
  return effect === 'hides' && answer.status < 300
    ? 'hidden'
    : { said: `answered ${answer.status}, and it is still there` };
};

/** 200, and nothing of the thing in it: `{}`, or an object of empty members. */
const isBlank = ({ status, json, text, cut }: GoodAnswer, id: string): boolean =>
  status < 300 && !cut && json !== undefined && (text.length < 20 || id.length >= 6) && !text.includes(id);

const readsOf = (operations: readonly Operation[], type: string): Operation[] =>
  operations.filter(({ method, path }) => {
    const name = lastParameter(path);
    return method === 'GET' && name !== undefined && sameType(typeOfParameter(path, name) ?? '', type);
  });

/** No operation reads one alone: it is gone when its list does not hold it. Without a list the answer must do. */
const byList = async (
  { by, id = '', keys = {} }: LedgerEntry,
  actor: Actor,
  parts: CleanUpParts,
  answer: Answer,
  left: { requests: number },
): Promise<Tried> => {
  const made = parts.operations.find((one) => one.id === by);
  const list = parts.operations.find(
    ({ method, path, origin }) => method === 'GET' && path === made?.path && origin === made.origin,
  );
  const url = list === undefined ? undefined : addressFor(list, keys);
  if (url === undefined) return answer.ok && answer.status < 300 ? 'gone' : { said: 'it could not be read back' };
  left.requests--;
  const seen = await parts.send({ method: 'GET', url }, { as: actor, mode: 'read' });
  if (!seen.ok) return { said: seen.said };
  // A parent that is gone takes its parts along.
  if (seen.status === 404 || seen.status === 410) return 'gone';
  const isThere = seen.json === undefined ? seen.text.includes(id) : partOf(seen.json, id) !== undefined;
  return seen.status < 300 && !seen.cut && !isThere ? 'gone' : { said: 'its list still holds it' };
};
