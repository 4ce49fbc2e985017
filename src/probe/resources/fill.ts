import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { Resource } from '../contract/resource.ts';
import { NOTHING, valueFor } from '../values/value-for.ts';
import { parametersIn, typeOfParameter } from './naming.ts';
import { candidatesFor, personFor, referredType } from './references.ts';
import { addressFor } from './request-for.ts';
import { isShapeless, NO_MEMBERS } from './shape.ts';
import type { Session } from './session.ts';

/** A request in the making. */
export interface Filled {
  url: string;
  values: Record<string, string>;
  body: unknown;
  /** What it refers to. */
  referred: Resource[];
  /** No more candidates behind this pick. */
  isLast: boolean;
}

/** Path, references and body of an operation for an actor; the missing type when there is nothing to refer to. */
export const fill = (
  session: Session,
  operation: Operation,
  type: string,
  actor: Actor,
  pick: number,
): Filled | { missing: string } => {
  const { store, creators, parts } = session;
  const everyone = parts.actors.all;
  const referred: Resource[] = [];
  let isLast = true;
  let missing: string | undefined;
  const choose = (wanted: string, name: string): string | undefined => {
    // The listing of the order that the path names, not any listing.
    const linked = referred.map(({ keys }) => keys[name]).find((id) => id !== undefined);
    if (linked !== undefined) return linked;
    const all = candidatesFor(store, wanted, actor, type, everyone);
    if (pick < all.length - 1) isLast = false;
    const one = all[Math.min(pick, all.length - 1)];
    if (one?.resource !== undefined) referred.push(one.resource);
    return one?.id;
  };
  const values: Record<string, string> = {};
  for (const name of parametersIn(operation.path)) {
    const wanted = typeOfParameter(operation.path, name);
    const person = wanted === undefined ? undefined : personFor(wanted, actor, everyone, store);
    const before = referred.length;
    const value = typeof person === 'string' ? person : wanted === undefined ? undefined : choose(wanted, name);
    if (value === undefined) return { missing: wanted ?? name };
    values[name] = referred.length > before ? (referred.at(-1)?.keys[name] ?? value) : value;
  }
  const learnt = session.learnt.get(operation.id);
  const password = parts.passwordOf?.(actor);
  const { schema = {} } = operation.body ?? {};
  const shape = isShapeless(schema) ? (session.shapes.get(operation.id) ?? NO_MEMBERS) : schema;
  const isFile = /multipart|^image|octet-stream/i.test(operation.body?.contentType ?? '');
  const body =
    operation.body === undefined
      ? undefined
      : valueFor(isFile ? schema : shape, '', {
          owner: actor,
          canaries: parts.canaries,
          place: type,
          now: parts.now,
          ...(password === undefined ? {} : { password }),
          ...(learnt === undefined ? {} : { also: learnt.also, given: learnt.given }),
          reference: (name, _within, own) => {
            const wanted = referredType(name, own, creators, store);
            if (wanted === undefined) return undefined;
            const person = personFor(wanted, actor, everyone, store);
            if (person !== undefined) return person;
            const id = choose(wanted, name);
            if (id === undefined) missing ??= wanted;
            return id ?? NOTHING;
          },
        });
  if (operation.body !== undefined && body === undefined && !isFile) return { missing: missing ?? 'password' };
  const url = addressFor(operation, values);
  return url === undefined ? { missing: 'a parameter' } : { url, values, body, referred, isLast };
};

const DEAL =
  /(?:order|booking|reservation|purchase|message|conversation|thread|chat|offer|bid|inquir|enquir|refund|dispute|return|review|shipment|invoice|payment|question)/i;

/** Who else may see it: the owners of what a deal is about. */
export const partiesOf = (type: string, actor: Actor, referred: readonly Resource[]): string[] => {
  if (!DEAL.test(type)) return [];
  const names = new Set(referred.flatMap(({ owner, parties = [] }) => [owner, ...parties]));
  names.delete(actor.name);
  return [...names];
};
