import { randomBytes } from 'node:crypto';
import { fieldsBody } from '../actors/login-operation.ts';
import { isGood } from '../actors/door.ts';
import { freshQuery } from '../answers/actor-reads.ts';
import { rowsOf, urlOf } from '../answers/routes.ts';
import type { Actor } from '../contract/actor.ts';
import type { Operation } from '../contract/operation.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer, Body } from '../contract/send.ts';
import { keyOf } from '../inventory/guess/items-in.ts';
import { fillTemplate } from '../inventory/template.ts';
import { valueFor } from '../values/value-for.ts';
import type { ShopOperations } from './shop-operations.ts';

const MOST_THINGS = 8;

/** One who buys, with what is needed for it. */
export interface Shopper {
  actor: Actor;
  /** Puts something into the cart that can be bought. The id, or null with the last answer. */
  fill(things: readonly string[]): Promise<{ thing: string | null; answer: Answer | undefined }>;
  useCoupon(code: string): Promise<Answer | undefined>;
  checkOut(key: string): Promise<Answer>;
  /** Ids of one's own orders, with each as text. Null when they could not be read. */
  orders(): Promise<{ ids: ReadonlyMap<string, Record<string, unknown>>; answer: Answer } | null>;
  cancel(id: string): Promise<void>;
}

export const newKey = (): string => `lr-${randomBytes(12).toString('hex')}`;

/** Members of a body that are required, with believable values; those given as they are. */
export const bodyFor = (
  context: ProbeContext,
  operation: Operation,
  actor: Actor,
  given: Readonly<Record<string, unknown>> = {},
): Body | undefined => {
  const { body } = operation;
  if (body === undefined) return Object.keys(given).length === 0 ? undefined : { json: given };
  const made = valueFor(body.schema, 'body', {
    owner: actor,
    canaries: context.canaries,
    place: 'body',
    now: new Date(),
    plain: true,
    given: new Map(Object.entries(given)),
  });
  const whole = { ...(typeof made === 'object' && made !== null ? (made as Record<string, unknown>) : {}), ...given };
  return fieldsBody(body.contentType.includes('urlencoded') ? 'form' : 'json', whole);
};

/** Headers that the operation asks for: the key that makes a repetition known. */
const headersFor = ({ parameters }: Operation, key: string): Record<string, string> => ({
  'idempotency-key': key,
  ...Object.fromEntries(
    parameters
      .filter(({ in: place, name }) => place === 'header' && /idempotency|request-?id/i.test(name))
      .map(({ name }) => [name.toLowerCase(), key]),
  ),
});

export const shopper = (context: ProbeContext, shop: ShopOperations, actor: Actor): Shopper => {
  const { send } = context;
  const write = (
    operation: Operation,
    url: string,
    body: Body | undefined,
    headers: Record<string, string> = {},
  ): Promise<Answer> =>
    send(
      { method: operation.method, url, headers, ...(body === undefined ? {} : { body }) },
      { as: actor, mode: 'write' },
    );
  const add = (thing: string): Promise<Answer> => {
    const { name, in: place } = shop.thing;
    const path = fillTemplate(shop.add.path, () => encodeURIComponent(thing));
    return write(
      shop.add,
      new URL(path, shop.add.origin).href,
      bodyFor(context, shop.add, actor, place === 'body' ? { [name]: thing } : {}),
    );
  };
  return {
    actor,
    fill: async (things) => {
      let answer: Answer | undefined;
      for (const thing of things.slice(0, MOST_THINGS)) {
        answer = await add(thing);
        if (answer.ok && isGood(answer.status)) return { thing, answer };
      }
      return { thing: null, answer };
    },
    useCoupon: async (code) => {
      if (shop.coupon === undefined) return undefined;
      const { operation, code: name } = shop.coupon;
      return write(operation, urlOf(operation), bodyFor(context, operation, actor, { [name]: code }));
    },
    checkOut: (key) =>
      write(
        shop.checkout,
        urlOf(shop.checkout),
        bodyFor(context, shop.checkout, actor),
        headersFor(shop.checkout, key),
      ),
    orders: async () => {
      const read = (query?: Record<string, string>): Promise<Answer> =>
        send({ method: 'GET', url: urlOf(shop.orders, query) }, { as: actor, mode: 'read' });
      // Not what was kept of the time before; some refuse queries that they do not know.
      const fresh = await read(freshQuery());
      const answer = fresh.ok && isGood(fresh.status) ? fresh : await read();
      if (!answer.ok || !isGood(answer.status)) return null;
      const rows = rowsOf(answer.json) as Record<string, unknown>[];
      return {
        answer,
        ids: new Map(
          rows.flatMap((row) => {
            const key = keyOf(row);
            return key === undefined ? [] : [[key.value, row] as const];
          }),
        ),
      };
    },
    cancel: async (id) => {
      if (shop.cancel === undefined) return;
      const path = fillTemplate(shop.cancel.path, () => encodeURIComponent(id));
      await write(
        shop.cancel,
        new URL(path, shop.cancel.origin).href,
        bodyFor(context, shop.cancel, actor) ?? { json: {} },
      );
    },
  };
};
