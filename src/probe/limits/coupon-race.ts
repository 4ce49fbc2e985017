import { randomBytes } from 'node:crypto';
import { alone } from '../accounts/memo.ts';
import { makeProbe, say, told, type Said } from '../accounts/observe.ts';
import { isGood } from '../actors/door.ts';
import { urlOf } from '../answers/routes.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { couponMaker, shopOperations, type ShopOperations } from './shop-operations.ts';
import { buyers, thingsForSale } from './market.ts';
import { bodyFor, newKey, shopper, type Shopper } from './shopper.ts';

const SUBJECT = 'coupon';
const RIVALS = 2;

export const couponRace = makeProbe({
  id: 'coupon-race',
  tries: 'whether a coupon for one use is taken by two carts at once',
  mode: 'burst',
  requests: 40,
  subject: SUBJECT,
  run: async (context) => {
    const shop = shopOperations(context.operations);
    // Without coupons nothing is good for one use that could be seen.
    if (shop?.coupon === undefined) return [];
    return [await alone(context, 'cart', () => race(context, shop))];
  },
});

/** A coupon good for one use, made by whoever may. */
const makeCoupon = async (
  context: ProbeContext,
): Promise<{ code: string; answer: Answer } | { code: null; said: string; answer?: Answer }> => {
  const maker = couponMaker(context.operations);
  if (maker === null) return { code: null, said: 'No operation was found that makes a coupon with a number of uses.' };
  let answer: Answer | undefined;
  for (const actor of [...context.actors.all].sort((a, b) => b.rank - a.rank).slice(0, 2)) {
    const code = `LR${randomBytes(4).toString('hex').toUpperCase()}`;
    const body = bodyFor(context, maker.operation, actor, { [maker.code]: code, [maker.uses]: 1 });
    answer = await context.send(
      { method: 'POST', url: urlOf(maker.operation), ...(body === undefined ? {} : { body }) },
      { as: actor, mode: 'write' },
    );
    if (answer.ok && isGood(answer.status)) return { code, answer };
  }
  return {
    code: null,
    said: `No coupon could be made: it ${answer === undefined ? 'was not tried' : told(answer)}.`,
    ...(answer === undefined ? {} : { answer }),
  };
};

/** Says of an order that the coupon was used on it. */
export const hasDiscount = (order: Readonly<Record<string, unknown>>, code: string): boolean => {
  if (JSON.stringify(order).includes(code)) return true;
  return Object.entries(order).some(
    ([name, value]) => /discount/i.test(name) && typeof value === 'number' && value > 0,
  );
};

const race = async (context: ProbeContext, shop: ShopOperations): Promise<Said> => {
  const subject = shop.checkout.id;
  const coupon = await makeCoupon(context);
  if (coupon.code === null) return say(subject, 'not-tested', coupon.said, [coupon.answer]);
  const { code } = coupon;
  const things = await thingsForSale(context, shop);
  const ready: Shopper[] = [];
  const answers: (Answer | undefined)[] = [coupon.answer];
  for (const actor of buyers(context)) {
    if (ready.length === RIVALS) break;
    const buyer = shopper(context, shop, actor);
    if ((await buyer.fill(things)).thing === null) continue;
    const used = await buyer.useCoupon(code);
    if (used?.ok === true && isGood(used.status)) ready.push(buyer);
    answers.push(used);
  }
  if (ready.length < RIVALS)
    return say(subject, 'not-tested', `The coupon could be put into ${ready.length} of ${RIVALS} carts.`, answers);
  const before = await Promise.all(ready.map((buyer) => buyer.orders()));
  const sent = await Promise.all(ready.map((buyer) => buyer.checkOut(newKey())));
  const after = await Promise.all(ready.map((buyer) => buyer.orders()));
  const seen = after.flatMap((list, at) =>
    [...(list?.ids ?? [])]
      .filter(([id]) => before[at]?.ids.has(id) === false)
      .map(([id, order]) => ({ id, buyer: ready[at]!, discount: hasDiscount(order, code) })),
  );
  // Where lists show the orders of others too, both see the same one.
  const made = [...new Map(seen.map((one) => [one.id, one])).values()];
  for (const { buyer, id } of made) await buyer.cancel(id);
  const discounted = made.filter(({ discount }) => discount).length;
  const shown = [coupon.answer, ...sent, ...after.map((list) => list?.answer)];
  const more = { actor: ready[0]?.actor.name ?? '', facts: { orders: made.length, discounted } };
  if (discounted > 1)
    return say(
      subject,
      'confirmed',
      `A coupon for one use, put into ${RIVALS} carts and checked out at once, gave ${discounted} orders the discount.`,
      shown,
      more,
    );
  if (discounted === 1)
    return say(subject, 'refuted', 'A coupon for one use gave one of two orders the discount.', shown, more);
  return say(
    subject,
    'inconclusive',
    `No order with the discount was seen: the checkout ${sent[0] === undefined ? 'was not tried' : told(sent[0])}.`,
    shown,
    more,
  );
};
