import { isGood } from '../actors/door.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';
import { amountOf, findIntent, findSessionId, isPending, statusOf, trackingOf } from './state.ts';

/** An object of ours whose state its owner reads, and what a provider's event would say of it. */
export interface Thing {
  resource: Resource;
  owner: Actor;
  status: string;
  id: string;
  intent?: string;
  session?: string;
  amount?: { cents: number; currency?: string };
  tracking?: string;
  read: () => Promise<{ answer: Answer; status: string }>;
}

const PAYABLE =
  /^(?:order|payment|invoice|booking|checkout|purchase|subscription|reservation|shipment|transaction|sale)s?$/i;

/** Where a thing may be read; those that answer data before pages. */
const readAddresses = (operations: readonly Operation[], { keys, type, id }: Resource): string[] => {
  const found: { url: string; page: boolean }[] = [];
  for (const { method, path, origin, sources, answer } of operations) {
    const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
    if (method !== 'GET' || names.length !== 1 || !/\{[^}]+\}\/?$/.test(path)) continue;
    const [name = ''] = names;
    const folder = path.split('/').at(-2) ?? '';
    const fits = keys[name] !== undefined && new RegExp(type, 'i').test(`${name} ${folder}`);
    if (!fits && !(new RegExp(`^${type}`, 'i').test(folder) && name === 'id')) continue;
    const page = answer?.contentType?.includes('html') === true || sources.every((source) => source === 'page');
    found.push({ url: new URL(path.replace(/\{[^}]+\}/, encodeURIComponent(keys[name] ?? id)), origin).href, page });
  }
  return found.toSorted((a, b) => Number(a.page) - Number(b.page)).map(({ url }) => url);
};

const MOST_LOOKED_AT = 8;
/** Addresses tried for one thing. */
const MOST_ADDRESSES = 4;

/** Reads a thing as its owner; null when its state cannot be seen. */
export const lookAt = async (context: ProbeContext, resource: Resource): Promise<Thing | null> => {
  const owner = context.actors.named(resource.owner);
  const urls = readAddresses(context.operations, { ...resource, type: resource.type.replaceAll(/[^\w-]/g, '') });
  if (owner === undefined) return null;
  for (const url of urls.slice(0, MOST_ADDRESSES)) {
    const thing = await lookThere(context, resource, owner, url);
    if (thing !== null) return thing;
  }
  return null;
};

const lookThere = async (
  context: ProbeContext,
  resource: Resource,
  owner: Actor,
  url: string,
): Promise<Thing | null> => {
  const get = (): Promise<Answer> => context.send({ method: 'GET', url }, { as: owner, mode: 'read' });
  const read = async (): Promise<{ answer: Answer; status: string }> => {
    const answer = await get();
    return { answer, status: answer.ok && isGood(answer.status) ? statusOf(answer.json) : '' };
  };
  const answer = await get();
  if (!answer.ok || !isGood(answer.status) || statusOf(answer.json) === '') return null;
  const text = `${answer.text}\n${JSON.stringify(resource.made ?? {})}`;
  const [amount, tracking] = [amountOf(answer.json), trackingOf(answer.json)];
  const session = findSessionId(text);
  const intent =
    findIntent(text) ?? (isPending(statusOf(answer.json)) ? await askIntent(context, owner, url) : undefined);
  return {
    resource,
    owner,
    id: resource.id,
    status: statusOf(answer.json),
    read,
    ...(intent === undefined ? {} : { intent }),
    ...(session === undefined ? {} : { session }),
    ...(amount === undefined ? {} : { amount }),
    ...(tracking === undefined ? {} : { tracking }),
  };
};

/** Many apps tell the intent only when the payment is opened: `POST /orders/{id}/payment`. */
const askIntent = async (context: ProbeContext, owner: Actor, url: string): Promise<string | undefined> => {
  const { pathname, origin } = new URL(url);
  const folder = pathname.split('/').slice(0, -1).join('/');
  const operation = context.operations.find(
    ({ method, path }) =>
      method === 'POST' &&
      path.startsWith(`${folder}/{`) &&
      /\}\/(?:pay(?:ment)?(?:-?intent)?|checkout|intent)\/?$/i.test(path),
  );
  if (operation === undefined) return undefined;
  const tail = operation.path.slice(operation.path.lastIndexOf('}') + 1);
  const answer = await context.send(
    { method: 'POST', url: `${origin}${pathname}${tail}`, body: { json: {} } },
    { as: owner, mode: 'write' },
  );
  return answer.ok && isGood(answer.status) ? findIntent(answer.text) : undefined;
};

/** A thing of ours that waits for money: one that is there, or a fresh one. */
export const pendingThing = async (
  context: ProbeContext,
  avoid: ReadonlySet<string> = new Set(),
): Promise<Thing | null> => {
  const ours = context.resources
    .all()
    .filter(({ ours: made, type, id }) => made && PAYABLE.test(type) && !avoid.has(id));
  // A deal stands once for each party; who made it is who pays.
  let other: Thing | null = null;
  for (const resource of ours.slice(-MOST_LOOKED_AT).toReversed()) {
    const thing = await lookAt(context, resource);
    if (thing === null || !isPending(thing.status)) continue;
    if (thing.intent !== undefined || thing.session !== undefined) return thing;
    other ??= thing;
  }
  if (other !== null) return other;
  for (const { type, owner } of new Map(
    context.resources
      .all()
      .filter((one) => PAYABLE.test(one.type))
      .map((one) => [`${one.type} ${one.owner}`, one]),
  ).values()) {
    const actor = context.actors.named(owner);
    const fresh = actor === undefined ? undefined : await context.resources.fresh(type, actor);
    const thing = fresh === undefined ? null : await lookAt(context, fresh);
    if (thing !== null && isPending(thing.status)) return thing;
  }
  return null;
};
