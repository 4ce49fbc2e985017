import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import { classOf } from '../values/names.ts';
import { mergedSchema } from '../values/one-schema.ts';
import { valueFor } from '../values/value-for.ts';
import { isFor, parametersIn, typeOfPath } from './naming.ts';
import { objectsIn } from './objects.ts';
import { addressFor, bodyFor, headersFor } from './request-for.ts';
import { ask, type Session } from './session.ts';
import { isTree, type Tree } from './tree.ts';

const PLACE = 'account';
/** Shown to others by design in many apps; who logs in by it is looked for elsewhere. */
const NOT_TELLING = /e-?mail|user_?name|name$|login/i;

/** What an account says of itself in private (phone, address) is known as its owner's; where it is empty, it is filled until the end of the run. */
export const markProfiles = async (session: Session): Promise<void> => {
  for (const actor of session.parts.actors.all) await markProfile(session, actor);
};

const markProfile = async (session: Session, actor: Actor): Promise<void> => {
  const { operations, actors, canaries } = session.parts;
  const own = operations.filter(
    (one) =>
      parametersIn(one.path).length === 0 &&
      typeOfPath(one.path) === 'user' &&
      /(?:^|\/)(?:me|self|profile|account|user|whoami)$/i.test(one.path) &&
      isFor(actor, one, actors.all),
  );
  const read = own.find(
    ({ method, declared, sources }) => method === 'GET' && declared !== 'public' && !sources.includes('page'),
  );
  const url = read === undefined ? undefined : addressFor(read, {});
  const answer = url === undefined ? undefined : await ask(session, { method: 'GET', url }, actor);
  if (read === undefined || answer?.ok !== true || answer.status !== 200) return;
  const account =
    objectsIn(answer.json, 'user').find(({ listed }) => !listed)?.object ?? (isTree(answer.json) ? answer.json : {});
  for (const [name, value] of Object.entries(account).slice(0, 60)) {
    if (isTelling(name) && typeof value === 'string')
      canaries.adopt(actor.name, `${PLACE}.${name}`, value.slice(0, 500));
  }
  const change = own.find(
    ({ method, path, origin, body }) =>
      method === 'PATCH' && path === read.path && origin === read.origin && body !== undefined,
  );
  if (change !== undefined) await fillEmpty(session, change, actor, account);
};

const isTelling = (name: string): boolean => classOf(name, [PLACE]) === 'private' && !NOT_TELLING.test(name);

/** Only what is empty is written: what was there stays as it was. */
const fillEmpty = async (session: Session, change: Operation, actor: Actor, account: Tree): Promise<void> => {
  const { canaries, ledger, now } = session.parts;
  const { properties = {} } = mergedSchema(change.body?.schema ?? {});
  const body: Record<string, unknown> = {};
  const before: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(properties).slice(0, 40)) {
    const value = account[name];
    if (!isTelling(name) || (value !== null && value !== '')) continue;
    const made = valueFor(schema, name, { owner: actor, canaries, place: PLACE, now });
    if (typeof made !== 'string') continue;
    body[name] = made;
    before[name] = value;
  }
  const url = addressFor(change, {});
  const headers = headersFor(change);
  const encoded = bodyFor(change, body);
  if (Object.keys(body).length === 0 || url === undefined || headers === undefined || encoded === undefined) return;
  const key = ledger.intent({ type: PLACE, owner: actor.name, by: change.id, restore: before });
  const answer = await ask(session, { method: change.method, url, headers, body: encoded }, actor);
  if (answer?.ok !== true) return;
  if (answer.status < 300) ledger.made(key, '', {});
  else ledger.failed(key);
};
