import { membersOf, named } from '../actors/login-operation.ts';
import type { Operation } from '../contract/operation.ts';

/** How one buys in this app, as far as its operations tell. */
export interface ShopOperations {
  checkout: Operation;
  /** Puts a thing into the cart; the thing's id is a member, or the last part of the path. */
  add: Operation;
  thing: { name: string; in: 'body' | 'path' };
  /** One's own orders. */
  orders: Operation;
  cancel: Operation | undefined;
  coupon: { operation: Operation; code: string } | undefined;
  /** Public lists of what is for sale. */
  goods: readonly Operation[];
}

const CART =
  /(?:^|\/)(?:my-)?(?:cart|basket|bag)s?(?:\/(?:items?|lines?|line-items|add|products?))?(?:\/\{[^}]+\})?\/?$/i;
const CHECKOUT = /(?:^|\/)(?:checkout|place-?order|orders?\/(?:place|checkout)|cart\/(?:checkout|complete))\/?$/i;
const ORDERS = /(?:^|\/)(?:my-?)?(?:orders|purchases)(?:\/(?:me|mine|my))?\/?$/i;
const NOT_OWN = /admin|seller|vendor|merchant|moderat|shop\//i;
const THING = /^(?:listing|product|item|variant|sku|offer|good|article)_?(?:id|slug)?$/i;

const isWrite = ({ method }: Operation): boolean => method === 'POST' || method === 'PUT';

const thingOf = (operation: Operation): ShopOperations['thing'] | undefined => {
  const inPath = /\{([^}]+)\}\/?$/.exec(operation.path)?.[1];
  const inBody = [...membersOf(operation).keys()].find((name) => THING.test(name));
  if (inBody !== undefined) return { name: inBody, in: 'body' };
  return inPath !== undefined && (THING.test(inPath) || /^id$/i.test(inPath))
    ? { name: inPath, in: 'path' }
    : undefined;
};

/** Null when it cannot be seen how one buys. */
export const shopOperations = (operations: readonly Operation[]): ShopOperations | null => {
  const own = operations.filter(
    ({ path, sources }) => !NOT_OWN.test(path) && !sources.every((source) => source === 'form'),
  );
  const checkout =
    own.find(({ method, path }) => method === 'POST' && CHECKOUT.test(path)) ??
    own.find(({ method, path }) => method === 'POST' && ORDERS.test(path));
  const adds = own
    .filter((operation) => isWrite(operation) && CART.test(operation.path))
    .flatMap((operation) => {
      const thing = thingOf(operation);
      return thing === undefined ? [] : [{ operation, thing }];
    });
  const orders = own.find(({ method, path }) => method === 'GET' && ORDERS.test(path));
  const [add] = adds;
  if (checkout === undefined || add === undefined || orders === undefined) return null;
  const couponOperation = own.find(
    (operation) =>
      isWrite(operation) &&
      /(?:cart|basket|bag|checkout)[^{}]*\/(?:coupon|voucher|promo|discount)[\w-]*\/?$/i.test(operation.path),
  );
  const code =
    couponOperation === undefined
      ? undefined
      : named(membersOf(couponOperation).keys(), [
          'code',
          'coupon',
          'couponCode',
          'coupon_code',
          'voucher',
          'promoCode',
          'promo_code',
        ]);
  return {
    checkout,
    add: add.operation,
    thing: add.thing,
    orders,
    cancel: own.find(
      ({ method, path }) => method === 'POST' && /(?:orders|purchases)\/\{[^}]+\}\/cancel\/?$/i.test(path),
    ),
    coupon: couponOperation === undefined || code === undefined ? undefined : { operation: couponOperation, code },
    goods: own
      .filter(
        ({ method, path, declared }) =>
          method === 'GET' &&
          !path.includes('{') &&
          declared !== 'protected' &&
          /(?:listings|products|items|goods|catalog(?:ue)?|offers|articles)\/?$/i.test(path),
      )
      .slice(0, 2),
  };
};

/** An operation of the powerful by which a coupon is made, and its members' names. */
export const couponMaker = (
  operations: readonly Operation[],
): { operation: Operation; code: string; uses: string } | null => {
  for (const operation of operations) {
    if (
      operation.method !== 'POST' ||
      operation.path.includes('{') ||
      !/(?:coupons?|vouchers?|promo(?:tion|code)?s?|discounts?)\/?$/i.test(operation.path) ||
      /cart|basket|checkout/i.test(operation.path)
    )
      continue;
    const names = [...membersOf(operation).keys()];
    const code = named(names, ['code', 'couponCode', 'coupon_code', 'name']);
    const uses = names.find((name) =>
      /^(?:max_?(?:uses|usage|redemptions)|usage_?limit|uses|quantity|max_?count|limit)$/i.test(name),
    );
    if (code !== undefined && uses !== undefined) return { operation, code, uses };
  }
  return null;
};
