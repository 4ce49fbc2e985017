import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Resource } from '../contract/resource.ts';
import type { Answer } from '../contract/send.ts';
import { isGood } from './answers.ts';
import { bodyFor, encoded, headersFor, membersOfBody } from './bodies.ts';
import { isStaffs } from './people.ts';
import { addressOf, isPage, isSafeRead, nounOf, pathNames, tailOf } from './operations.ts';
import { withoutTwins } from './twins.ts';

const CART = /(?:^|\/)(?:carts?|baskets?|bag)(?:\/|$)/i;
const GOODS = /^(?:listing|product|item|good|article|offer|variant|ad|service|event|ticket|book|menu item|sku)$/;
const QUANTITY = /^(?:quantity|qty|count|units)$/i;

/** How one buys here: the operations of a cart and of ordering. */
export interface Trade {
  add: Operation;
  read: Operation | undefined;
  remove: Operation | undefined;
  order: Operation;
  quantity: string | undefined;
}

export const findTrade = (context: ProbeContext): Trade | undefined => {
  const operations = withoutTwins(context.operations).filter(
    (operation) => !isPage(operation) && !isStaffs(context, operation),
  );
  const add = operations
    .filter(({ method, path }) => (method === 'PUT' || method === 'POST') && CART.test(path))
    .toSorted((a, b) => fitness(b) - fitness(a))[0];
  const order = operations
    .filter(
      ({ method, path }) =>
        method === 'POST' &&
        pathNames(path).length === 0 &&
        /(?:check-?out|place-?order|orders?|purchases?)\/?$/i.test(path),
    )
    .toSorted((a, b) => Number(/check-?out|place/i.test(b.path)) - Number(/check-?out|place/i.test(a.path)))[0];
  if (add === undefined || fitness(add) < 2 || order === undefined) return undefined;
  const read = operations.find(
    (operation) => isSafeRead(operation) && CART.test(`${operation.path}/`) && pathNames(operation.path).length === 0,
  );
  const remove = operations.find(({ method, path }) => method === 'DELETE' && path === add.path);
  return { add, read, remove, order, quantity: Object.keys(membersOfBody(add)).find((name) => QUANTITY.test(name)) };
};

const fitness = (operation: Operation): number => {
  const members = Object.keys(membersOfBody(operation));
  const goods = [...pathNames(operation.path), ...members].some((name) =>
    /(?:listing|product|item|variant|sku|article|offer|good)/i.test(name),
  );
  return (
    (members.some((name) => QUANTITY.test(name)) ? 2 : 0) +
    (goods ? 1 : 0) -
    (/coupon|voucher|promo|discount/i.test(operation.path) ? 5 : 0)
  );
};

/** What can be bought: public things of others; or one's own, for who would buy from oneself. */
export const goodsFor = ({ resources, actors }: ProbeContext, buyer: Actor, own = false): Resource[] =>
  resources
    .all()
    .filter(
      ({ type, owner, public: isPublic }) =>
        GOODS.test(type) &&
        (own ? owner === buyer.name && isPublic : isPublic && actors.named(owner)?.tenant !== buyer.tenant),
    )
    .toSorted((a, b) => Number(b.ours) - Number(a.ours))
    .slice(0, 6);

export const addToCart = async (
  context: ProbeContext,
  { add, quantity }: Trade,
  buyer: Actor,
  thing: Resource,
  count: number,
): Promise<Answer | undefined> => {
  const names = pathNames(add.path);
  const [named] = names;
  const url = addressOf(add, named === undefined ? {} : { ...thing.keys, [named]: thing.id });
  if (url === undefined) return undefined;
  const reference = Object.keys(membersOfBody(add)).find((name) =>
    /(?:listing|product|item|variant|sku|article|offer|good).*id$|^id$/i.test(name),
  );
  const given = {
    ...(quantity === undefined ? {} : { [quantity]: count }),
    ...(named === undefined && reference !== undefined ? { [reference]: thing.id } : {}),
  };
  const body = encoded(add, bodyFor(context, add, buyer, { given }) ?? given);
  return context.send(
    { method: add.method, url, headers: headersFor(add), ...(body === undefined ? {} : { body }) },
    { as: buyer, mode: 'write' },
  );
};

export const readCart = (context: ProbeContext, { read }: Trade, buyer: Actor): Promise<Answer | undefined> => {
  const url = read && addressOf(read, {});
  return url === undefined
    ? Promise.resolve(undefined)
    : context.send({ method: 'GET', url }, { as: buyer, mode: 'read' });
};

export const removeFromCart = async (
  context: ProbeContext,
  { remove }: Trade,
  buyer: Actor,
  thing: Resource,
): Promise<void> => {
  const [named] = remove === undefined ? [] : pathNames(remove.path);
  const url = remove && addressOf(remove, named === undefined ? {} : { ...thing.keys, [named]: thing.id });
  if (url !== undefined) await context.send({ method: 'DELETE', url }, { as: buyer, mode: 'write' });
};

export const placeOrder = async (
  context: ProbeContext,
  { order }: Trade,
  buyer: Actor,
  extra: Record<string, unknown> = {},
): Promise<Answer | undefined> => {
  const url = addressOf(order, {});
  if (url === undefined) return undefined;
  const body = encoded(order, { ...bodyFor(context, order, buyer), ...extra });
  return context.send(
    { method: 'POST', url, headers: headersFor(order), ...(body === undefined ? {} : { body }) },
    { as: buyer, mode: 'write' },
  );
};

/** Puts in something that can be bought, so that ordering is possible. Undefined when nothing can be. */
export const fillCart = async (
  context: ProbeContext,
  trade: Trade,
  buyer: Actor,
): Promise<{ thing: Resource; answer: Answer } | undefined> => {
  for (const thing of goodsFor(context, buyer)) {
    const answer = await addToCart(context, trade, buyer, thing, 1);
    if (answer !== undefined && isGood(answer)) return { thing, answer };
    if (answer?.ok === false) return undefined;
  }
  return undefined;
};

/** The buyer calls off an order that is not paid. */
export const callOff = async (context: ProbeContext, orderId: string, buyer: Actor): Promise<void> => {
  const cancel = withoutTwins(context.operations).find(
    (operation) =>
      operation.method !== 'GET' &&
      !isPage(operation) &&
      nounOf(operation.path) === 'order' &&
      /^(?:cancel|void|abandon)$/i.test(tailOf(operation.path) ?? '') &&
      !isStaffs(context, operation),
  );
  const [named] = cancel === undefined ? [] : pathNames(cancel.path);
  const url = cancel === undefined || named === undefined ? undefined : addressOf(cancel, { [named]: orderId });
  context.made?.push({
    type: 'order',
    id: orderId,
    owner: buyer.name,
    by: 'an order to try values with',
    state: 'cannot be removed',
    remove: 'It was called off where the app lets one; it stays in the books.',
  });
  if (cancel !== undefined && url !== undefined)
    await context.send({ method: cancel.method, url }, { as: buyer, mode: 'write' });
};

const filled = new WeakMap<ProbeContext, { trade: Trade; buyer: Actor; thing: Resource }>();

/** Something in one buyer's cart, so that it differs from the others'. */
export const fillOne = async (context: ProbeContext): Promise<void> => {
  const trade = findTrade(context);
  const [pair] = context.actors
    .pairs()
    .filter(([buyer]) => goodsFor(context, buyer).length > 0 && goodsFor(context, buyer, true).length === 0);
  if (trade === undefined || pair === undefined) return;
  const [buyer] = pair;
  const put = await fillCart(context, trade, buyer);
  if (put !== undefined) filled.set(context, { trade, buyer, thing: put.thing });
};

/** Takes it out again, before somebody orders. */
export const emptyOne = async (context: ProbeContext): Promise<void> => {
  const known = filled.get(context);
  filled.delete(context);
  if (known !== undefined) await removeFromCart(context, known.trade, known.buyer, known.thing);
};
