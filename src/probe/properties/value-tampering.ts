import { isGood, isSilent, told } from '../access/answers.ts';
import { isObject, leavesOf } from '../access/json.ts';
import { isStaff } from '../access/people.ts';
import { between, notTried, settleSubjects } from '../access/report.ts';
import {
  addToCart,
  emptyOne,
  callOff,
  fillCart,
  findTrade,
  goodsFor,
  placeOrder,
  readCart,
  removeFromCart,
  type Trade,
} from '../access/trade.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { leakCell } from '../objects/matrix.ts';

const MONEY =
  /^(?:(?:grand_?|order_?)?total|amount|price|unit_?price|sub_?total|discount|shipping|fee)(?:_?(?:cents|amount|price|in_?cents))?$/i;
const CURRENCY = /^currency(?:_?code)?$/i;

/** Pure: the object of an answer that has a total: the order. */
export const orderOf = (answer: Answer): Record<string, unknown> | undefined => {
  if (!isGood(answer) || !isObject(answer.json)) return undefined;
  const all = [answer.json, ...Object.values(answer.json).filter(isObject)];
  return all.find((one) => Object.keys(one).some((name) => MONEY.test(name)));
};

const tampered = (order: Readonly<Record<string, unknown>>): [string, unknown][] =>
  Object.entries(order).flatMap(([name, value]): [string, unknown][] => {
    if (
      MONEY.test(name) &&
      typeof value === 'number' &&
      value > 1 &&
      /total|amount|price/i.test(name) &&
      !/sub/i.test(name)
    )
      return [[name, Number.isInteger(value) ? Math.ceil(value / 2) : Math.ceil(value * 50) / 100]];
    if (CURRENCY.test(name) && typeof value === 'string') {
      const other = value.toLowerCase() === 'huf' ? 'jpy' : 'huf';
      return [[name, value === value.toUpperCase() ? other.toUpperCase() : other]];
    }
    return [];
  });

/** Pure: what of the sent values the order has now, and the honest one had not. */
export const believed = (
  honest: Readonly<Record<string, unknown>>,
  order: Readonly<Record<string, unknown>>,
  sent: Readonly<Record<string, unknown>>,
): string[] =>
  Object.entries(sent)
    .filter(([name, value]) => order[name] === value && honest[name] !== value)
    .map(([name]) => name);

const idOf = (order: Readonly<Record<string, unknown>>): string | undefined => {
  const id = order['id'] ?? order['_id'] ?? order['orderId'];
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
};

const tryOrder = async (context: ProbeContext, trade: Trade, buyer: Actor): Promise<Said[]> => {
  const subject = trade.order.id;
  const filled = await fillCart(context, trade, buyer);
  if (filled === undefined) return [notTried(subject, `${buyer.name} could put nothing into the cart.`)];
  const honestAnswer = await placeOrder(context, trade, buyer);
  const honest = honestAnswer === undefined ? undefined : orderOf(honestAnswer);
  if (honest === undefined) {
    await removeFromCart(context, trade, buyer, filled.thing);
    return [
      say(
        subject,
        honestAnswer?.ok === true && !isSilent(honestAnswer) ? 'not-tested' : 'inconclusive',
        `An ordinary order ${told(honestAnswer)}, so nothing follows.`,
        [honestAnswer],
        between(buyer),
      ),
    ];
  }
  const made = [idOf(honest)];
  const lies = tampered(honest);
  const found: Said[] = [];
  let full = false;
  // All at once, then each by itself where unknown members are refused.
  for (const sent of [Object.fromEntries(lies), ...lies.map(([name, value]) => ({ [name]: value }))]) {
    if (Object.keys(sent).length === 0) break;
    if (!full && (await fillCart(context, trade, buyer)) === undefined) break;
    full = true;
    const answer = await placeOrder(context, trade, buyer, sent);
    const order = answer === undefined ? undefined : orderOf(answer);
    if (answer === undefined || order === undefined) {
      if (answer !== undefined && isSilent(answer)) break;
      continue;
    }
    full = false;
    made.push(idOf(order));
    const names = believed(honest, order, sent);
    if (names.length > 0) {
      context.cells.push(leakCell(subject, buyer.role, answer.ok ? answer.status : null, answer.exchange));
      found.push(
        say(
          subject,
          'confirmed',
          `${buyer.name} sent ${names.join(', ')} with the order, and the order has it: ${names.map((name) => `${String(honest[name])} became ${String(order[name])}`).join(', ')}.`,
          [honestAnswer, answer],
          between(buyer, undefined, { members: names.join(', ') }),
        ),
      );
    }
    // An order that was taken with everything in it says all there is to say.
    break;
  }
  if (full) await removeFromCart(context, trade, buyer, filled.thing);
  for (const id of made) if (id !== undefined) await callOff(context, id, buyer);
  return found.length > 0
    ? found
    : [
        say(
          subject,
          'refuted',
          `No price, total or currency of the buyer was believed (${lies.map(([name]) => name).join(', ') || 'none is shown'}).`,
          [honestAnswer],
          between(buyer),
        ),
      ];
};

/** Pure: a cart that holds less than nothing, or a part of one. */
export const holdsOdd = (cart: Answer, quantity: string, count: number): boolean =>
  isGood(cart) && leavesOf(cart.json).some(({ name, value }) => name === quantity && value === count);

const tryQuantity = async (context: ProbeContext, trade: Trade, buyer: Actor): Promise<Said[]> => {
  const { quantity, add } = trade;
  if (quantity === undefined) return [];
  const usual = await fillCart(context, trade, buyer);
  if (usual === undefined) return [notTried(add.id, `${buyer.name} could put nothing into the cart.`)];
  await removeFromCart(context, trade, buyer, usual.thing);
  const thing = goodsFor(context, buyer).find(({ id }) => id === usual.thing.id) ?? usual.thing;
  const answers: (Answer | undefined)[] = [usual.answer];
  for (const count of [-1, 0.5, 1_000_000_000]) {
    const answer = await addToCart(context, trade, buyer, thing, count);
    answers.push(answer);
    if (answer === undefined || !isGood(answer)) continue;
    const cart = (await readCart(context, trade, buyer)) ?? answer;
    if (count > 0 ? count < 1 && holdsOdd(cart, quantity, count) : holdsOdd(cart, quantity, count)) {
      await removeFromCart(context, trade, buyer, thing);
      context.cells.push(leakCell(add.id, buyer.role, answer.status, answer.exchange));
      return [
        say(
          add.id,
          'confirmed',
          `${buyer.name} put ${count} of a thing into the cart, and the cart holds it: its price is taken off the total.`,
          [usual.answer, answer, cart],
          between(buyer, undefined, { quantity: count }),
        ),
      ];
    }
    await removeFromCart(context, trade, buyer, thing);
  }
  const silent = answers.every((answer) => isSilent(answer));
  return [
    say(
      add.id,
      silent ? 'inconclusive' : 'refuted',
      'The cart takes whole things only, and not fewer than one.',
      answers,
      between(buyer),
    ),
  ];
};

export const valueTampering = makeProbe({
  id: 'value-tampering',
  tries:
    'whether a price, total or currency that the buyer sends is believed, and less than one of a thing can be bought',
  mode: 'write',
  subject: 'values of an order',
  requests: () => 40,
  run: async (context) => {
    await emptyOne(context);
    const trade = findTrade(context);
    if (trade === undefined) return [];
    const buyers = context.actors.all.filter((actor) => !isStaff(actor)).toSorted((a, b) => a.rank - b.rank);
    const buyer = buyers.find((actor) => goodsFor(context, actor).length > 0);
    if (buyer === undefined) return [notTried('values of an order', 'Nothing that can be bought was found.')];
    return settleSubjects([...(await tryQuantity(context, trade, buyer)), ...(await tryOrder(context, trade, buyer))]);
  },
});
