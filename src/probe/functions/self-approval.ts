import { attempt } from '../access/attempt.ts';
import { isGood, told } from '../access/answers.ts';
import { isObject, partOf } from '../access/json.ts';
import { tailOf } from '../access/operations.ts';
import { isStaff, meantFor } from '../access/people.ts';
import { changedMembers, lastPart, windowsOn } from '../access/readback.ts';
import { between, settleSubjects } from '../access/report.ts';
import { survey } from '../access/survey.ts';
import { mayChange, targetsOf } from '../access/targets.ts';
import {
  addToCart,
  callOff,
  emptyOne,
  findTrade,
  goodsFor,
  placeOrder,
  readCart,
  removeFromCart,
} from '../access/trade.ts';
import { objectWrites } from '../access/writes.ts';
import { makeProbe, say, type Said } from '../accounts/observe.ts';
import type { Actor } from '../contract/actor.ts';
import type { ProbeContext } from '../contract/probe.ts';
import type { Answer } from '../contract/send.ts';
import { approveOwn } from './approve-own.ts';
import { amountIn } from './judge-deal.ts';

/** What the receiving side says, and by which the other side gets its money. */
const RECEIPT =
  /^(?:complete|completed|receive|received|arrived|confirm-?(?:delivery|receipt|arrival)|accept|release|approve)$/i;
/** What gives the buyer's money back is the paid side's to approve. */
const GIVES_BACK = /refund|return|reimburse|chargeback|dispute|cancellation/i;
const MONEY = /(?:balance|payable|earnings|wallet|available)/i;

const moneyOf = async (context: ProbeContext, actor: Actor): Promise<Answer | undefined> => {
  const seen = await survey(context);
  const place = seen.sights.find(
    ({ operation, viewer, answer }) => viewer === actor && MONEY.test(operation.path) && isGood(answer),
  );
  return place === undefined ? undefined : context.send({ method: 'GET', url: place.url }, { as: actor, mode: 'read' });
};

/** Pure: by saying this the receiving side lets the other have its money. */
export const isReceipt = ({ path }: { path: string }): boolean =>
  RECEIPT.test(tailOf(path)?.split('/').at(-1) ?? '') && !GIVES_BACK.test(path);

/** The side that is paid says that everything arrived. */
const confirmOwn = async (context: ProbeContext): Promise<Said[]> => {
  const said: Said[] = [];
  for (const operation of objectWrites(context, 'action').filter(isReceipt)) {
    // What is a role's own step is that role's to take.
    if (meantFor(context, operation) !== undefined) continue;
    const owners = context.actors.all.filter((actor) => !isStaff(actor));
    const targets = owners
      .flatMap((owner) => targetsOf(context, operation, owner, 8))
      .filter(({ resource }) => mayChange(context, resource) && (resource.parties ?? []).length > 0);
    const states = new Set<string>();
    for (const { resource, url, owner } of targets) {
      const payee = context.actors.named(resource.parties?.[0] ?? '');
      const part = await lastPart(context, owner, resource);
      const state = `${payee?.name} ${isObject(part) ? JSON.stringify(part['status'] ?? part['state']) : ''}`;
      if (payee === undefined || isStaff(payee) || states.has(state)) continue;
      states.add(state);
      const old = await moneyOf(context, payee);
      // Who is paid is who has a balance; the other side may well say it.
      if (old === undefined || (await moneyOf(context, owner)) !== undefined) continue;
      const before = await windowsOn(context, owner, resource);
      const done = await attempt(context, { operation, url, as: payee, resource, before });
      const now = done.change === undefined ? undefined : await moneyOf(context, payee);
      const [then, amount] = [amountIn(old), amountIn(now)];
      if (done.change === undefined) {
        said.push(
          say(
            operation.id,
            done.answer.ok ? 'refuted' : 'inconclusive',
            `${payee.name}, who is paid for it, tried to say it in place of ${owner.name}: it ${told(done.answer)}.`,
            [before[0]?.answer, done.answer, done.after?.[0]?.answer],
            between(payee, owner),
          ),
        );
        continue;
      }
      const isPaid = then !== undefined && amount !== undefined && amount > then;
      const text = `${payee.name}, who is paid for it, said it in place of ${owner.name}: ${changedMembers(done.change).join(', ')} changed${isPaid ? `, and ${payee.name} is owed more than before` : ''}.`;
      said.push(
        say(
          operation.id,
          isPaid ? 'confirmed' : 'likely',
          text,
          [done.change.before.answer, done.answer, done.change.after.answer, now],
          between(payee, owner),
        ),
      );
      break;
    }
  }
  return said;
};

/** Buying from oneself, and so reviewing and rating oneself. */
const buyOwn = async (context: ProbeContext): Promise<Said[]> => {
  const trade = findTrade(context);
  if (trade === undefined) return [];
  for (const seller of context.actors.all.filter((actor) => !isStaff(actor))) {
    const [thing] = goodsFor(context, seller, true);
    if (thing === undefined) continue;
    const added = await addToCart(context, trade, seller, thing, 1);
    if (added === undefined) continue;
    if (!isGood(added))
      return [
        say(
          trade.order.id,
          added.ok ? 'refuted' : 'inconclusive',
          `${seller.name} tried to buy the own ${thing.type}: the cart ${told(added)}.`,
          [added],
          between(seller),
        ),
      ];
    const cart = await readCart(context, trade, seller);
    const placed = await placeOrder(context, trade, seller);
    const made = placed !== undefined && isGood(placed) ? orderIn(placed, thing.id) : undefined;
    if (made === undefined) await removeFromCart(context, trade, seller, thing);
    else if (made.id !== undefined) await callOff(context, made.id, seller);
    const verdict =
      made !== undefined
        ? 'confirmed'
        : placed?.ok === true && placed.status < 500 && placed.status !== 429
          ? 'refuted'
          : 'inconclusive';
    const text =
      made === undefined
        ? `${seller.name} could not order the own ${thing.type}: it ${told(placed)}.`
        : `${seller.name} ordered the own ${thing.type}, and can so review and rate what it sells itself.`;
    return [say(trade.order.id, verdict, text, [added, cart, placed], between(seller, seller))];
  }
  return [];
};

/** Pure: the order in an answer, when it is one of that thing. */
export const orderIn = (answer: Answer, thing: string): { id: string | undefined } | undefined => {
  if (!isGood(answer) || !answer.text.includes(thing) || !isObject(answer.json)) return undefined;
  const holder = [answer.json, ...Object.values(answer.json)]
    .filter(isObject)
    .find((one) => typeof one['id'] === 'string' || typeof one['id'] === 'number');
  const id = holder?.['id'];
  return partOf(answer.json, thing) === undefined && holder === undefined
    ? undefined
    : { id: typeof id === 'string' || typeof id === 'number' ? String(id) : undefined };
};

export const selfApproval = makeProbe({
  id: 'self-approval',
  tries: 'whether one and the same account can be both sides of a deal, or approve what it gains from',
  mode: 'write',
  subject: 'both sides of a deal',
  requests: () => 60,
  run: async (context) =>
    settleSubjects([
      ...(await emptyOne(context).then(() => buyOwn(context))),
      ...(await confirmOwn(context)),
      ...(await approveOwn(context)),
    ]),
});
