import { alone } from '../accounts/memo.ts';
import { makeProbe, say, told, type Said } from '../accounts/observe.ts';
import { isGood } from '../actors/door.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { shopOperations, type ShopOperations } from './shop-operations.ts';
import { buyers, thingsForSale } from './market.ts';
import { newKey, shopper, type Shopper } from './shopper.ts';

const SUBJECT = 'checkout';
const MOST_BUYERS = 3;

export const checkoutNotIdempotent = makeProbe({
  id: 'checkout-not-idempotent',
  tries: 'whether a checkout that is sent twice makes two orders',
  mode: 'burst',
  requests: 30,
  subject: SUBJECT,
  run: async (context) => {
    const shop = shopOperations(context.operations);
    if (shop === null)
      return [
        say(
          SUBJECT,
          'not-tested',
          'It could not be seen how one buys here: a cart to put things in, a checkout and one’s own orders are needed.',
        ),
      ];
    return [await alone(context, 'cart', () => tryShop(context, shop))];
  },
});

const tryShop = async (context: ProbeContext, shop: ShopOperations): Promise<Said> => {
  const things = await thingsForSale(context, shop);
  if (things.length === 0) return say(shop.checkout.id, 'not-tested', 'Nothing was found that is for sale.');
  let last: Said | undefined;
  for (const actor of buyers(context).slice(0, MOST_BUYERS)) {
    const buyer = shopper(context, shop, actor);
    const { thing, answer } = await buyer.fill(things);
    if (thing !== null) {
      const tried = await twice(shop, buyer);
      // Whoever has bought too often in the last minute shows nothing: limits mostly count for each account.
      if (!tried.limited) return tried.said;
      last = tried.said;
      continue;
    }
    last ??= say(
      shop.checkout.id,
      'not-tested',
      `Nothing could be put into the cart of ${actor.name}: it ${answer === undefined ? 'was not tried' : told(answer)}.`,
      [answer],
    );
  }
  return last ?? say(shop.checkout.id, 'not-tested', 'Nobody is logged in who could buy.');
};

/** Both at once, as a double click and a retry are. */
const twice = async (shop: ShopOperations, buyer: Shopper): Promise<{ said: Said; limited: boolean }> => {
  const before = await buyer.orders();
  if (before === null)
    return { said: say(shop.checkout.id, 'inconclusive', 'One’s own orders could not be read.'), limited: false };
  const key = newKey();
  const [one, two] = await Promise.all([buyer.checkOut(key), buyer.checkOut(key)]);
  const after = await buyer.orders();
  const made = after === null ? [] : [...after.ids.keys()].filter((id) => !before.ids.has(id));
  const answers = [one, two, after?.answer];
  for (const id of made) await buyer.cancel(id);
  const limited = made.length < 2 && [one, two].some((answer) => answer.ok && answer.status === 429);
  return { said: judge(shop, buyer, made.length, answers, [one, two]), limited };
};

const judge = (
  shop: ShopOperations,
  buyer: Shopper,
  made: number,
  answers: readonly (Answer | undefined)[],
  [one, two]: readonly [Answer, Answer],
): Said => {
  const more = { actor: buyer.actor.name, facts: { orders: made } };
  if (made > 1)
    return say(
      shop.checkout.id,
      'confirmed',
      `The same checkout sent twice at once, with one Idempotency-Key, made ${made} orders.${shop.cancel === undefined ? '' : ' They were cancelled.'}`,
      answers,
      more,
    );
  if (made === 0)
    return say(shop.checkout.id, 'inconclusive', `No order was made: the checkout ${told(one)}.`, answers, more);
  const both = one.ok && two.ok && isGood(one.status) && isGood(two.status);
  return say(
    shop.checkout.id,
    'refuted',
    `The same checkout sent twice at once made one order${both ? '; both were answered with it' : ''}.`,
    answers,
    more,
  );
};
