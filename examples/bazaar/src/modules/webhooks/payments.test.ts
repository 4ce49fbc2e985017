import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../../stand-ins/payments/events.ts';
import { bootBazaar, type Person, type TestBazaar } from '../../../test/support/bazaar.ts';
import type { Answer } from '../../../test/support/client.ts';
import { tradeOf } from '../../../test/support/trade.ts';
import { auditLog, notifications } from '../../db/schema.ts';
import { settlePayments } from '../orders/settle-payments.ts';

let bazaar: TestBazaar;
let trade: ReturnType<typeof tradeOf>;
let seller: Person;
let buyer: Person;
let orderId: string;
let listingId: string;
let intentId: string;
let count = 0;

beforeAll(async () => {
  bazaar = await bootBazaar();
  trade = tradeOf(bazaar);
  [seller, buyer] = [await bazaar.person('seller'), await bazaar.person('customer')];
});
afterAll(() => bazaar.stop());
beforeEach(async () => {
  listingId = await trade.list(seller, { priceCents: 2400 });
  orderId = (await trade.place(buyer, listingId)).order.id;
  intentId = (await trade.row(orderId)).paymentIntentId ?? '';
});

const eventOf = ({ intent = {}, ...event }: { intent?: object; [name: string]: unknown } = {}): string =>
  JSON.stringify({
    id: `evt_test_${++count}`,
    object: 'event',
    type: 'payment_intent.succeeded',
    livemode: false,
    ...event,
    data: {
      object: {
        id: intentId,
        object: 'payment_intent',
        amount_received: 2400,
        currency: 'eur',
        metadata: { orderId },
        ...intent,
      },
    },
  });

const now = (): number => Math.floor(Date.now() / 1000);
const signed = (body: string, time = now()): string => signatureOf(bazaar.config.STRIPE_WEBHOOK_SECRET, body, time);
const send = (body: string, signature: string | undefined = signed(body), type = 'application/json'): Promise<Answer> =>
  bazaar.visitor().send('POST', '/webhooks/payments', {
    body,
    headers: { 'content-type': type, ...(signature === '' ? {} : { 'stripe-signature': signature }) },
  });
const status = async (): Promise<string> => (await trade.row(orderId)).status;
const noticeCount = async (): Promise<number> => {
  const rows = await bazaar.app.context.db.select().from(notifications).where(eq(notifications.kind, 'order.paid'));
  return rows.filter(({ url }) => url.endsWith(orderId)).length;
};
const refusals = async (): Promise<unknown[]> => {
  const wanted = and(eq(auditLog.action, 'payment.refused'), eq(auditLog.subjectId, intentId));
  const rows = await bazaar.app.context.db.select().from(auditLog).where(wanted);
  return rows.map(({ detail }) => detail['reason']);
};

describe('a payment', () => {
  it('makes the order paid, tells both parties, and does so once', async () => {
    const body = eventOf();
    expect((await send(body)).status).toBe(200);
    expect([await status(), await noticeCount()]).toEqual(['paid', 2]);
    const { paidAt } = await trade.row(orderId);
    const replays = await Promise.all([send(body), send(body, signed(body, now() - 60)), send(eventOf())]);
    expect(replays.map((answer) => answer.status)).toEqual([200, 200, 200]);
    await settlePayments(bazaar.app.context);
    expect((await trade.row(orderId)).paidAt).toEqual(paidAt);
    expect(await noticeCount()).toBe(2);
  });

  it('counts once when the same event comes five times at once', async () => {
    const body = eventOf();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(body)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect([await status(), await noticeCount()]).toEqual(['paid', 2]);
  });

  it('does not take an order back that has gone further', async () => {
    await send(eventOf());
    await trade.ship(seller, orderId);
    await send(eventOf());
    expect(await status()).toBe('shipped');
  });

  it('is found when its webhook never came', async () => {
    const intent = bazaar.payments.intents.get(intentId);
    Object.assign(intent ?? {}, { status: 'succeeded', amount_received: 2400 });
    await Promise.all([settlePayments(bazaar.app.context), settlePayments(bazaar.app.context), send(eventOf())]);
    expect([await status(), await noticeCount()]).toEqual(['paid', 2]);
  });

  it('for an order that was cancelled goes back, once', async () => {
    await buyer.client.post(`/api/orders/${orderId}/cancel`);
    const intent = bazaar.payments.intents.get(intentId);
    Object.assign(intent ?? {}, { status: 'succeeded', amount_received: 2400 });
    const body = eventOf();
    bazaar.payments.breakNext('POST /v1/refunds');
    expect((await send(body)).status).toBe(500);
    const answers = await Promise.all([send(body), send(body), send(eventOf())]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const returned = bazaar.payments.refunds.filter(({ payment_intent }) => payment_intent === intentId);
    expect(returned.map(({ amount }) => amount)).toEqual([2400]);
    expect([await status(), await trade.stockOf(listingId)]).toEqual(['cancelled', 5]);
  });
});

describe('a forged event', () => {
  const forgeries: [string, (body: string) => Promise<Answer>][] = [
    ['no signature', (body) => send(body, '')],
    ['garbage', (body) => send(body, 'garbage')],
    ['another secret', (body) => send(body, signatureOf('whsec_guess', body))],
    ['an empty secret', (body) => send(body, signatureOf('', body))],
    ['another body’s signature', (body) => send(body, signed(eventOf()))],
    ['the body written anew', (body) => send(JSON.stringify(JSON.parse(body), null, 1), signed(body))],
    ['an old signature', (body) => send(body, signed(body, now() - 301))],
    ['an old scheme', (body) => send(body, signed(body).replace('v1=', 'v0='))],
    ['no time', (body) => send(body, signed(body).replace(/^t=\d+,/, ''))],
  ];
  it.each(forgeries)('with %s is a 400 that says nothing, and changes nothing', async (_name, forge) => {
    const { status: code, text } = await forge(eventOf());
    expect([code, await status()]).toEqual([400, 'pending_payment']);
    expect(text).not.toMatch(/secret|stripe|v1=|expected/i);
  });

  it('counts when one of several signatures is right, as during a change of secrets', async () => {
    const body = eventOf();
    await send(body, `${signed(body)},v1=${'0'.repeat(64)}`);
    expect(await status()).toBe('paid');
  });

  it('of another kind, method or size is refused', async () => {
    const body = eventOf();
    expect((await send(body, undefined, 'text/plain')).status).toBe(415);
    expect((await send(body.padEnd(300_000, ' '))).status).toBe(413);
    expect((await send('')).status).toBe(400);
    expect((await bazaar.visitor().get('/webhooks/payments')).status).toBe(404);
    expect(await status()).toBe('pending_payment');
  });
});

describe('a signed event that does not fit', () => {
  const misfits: [string, () => string][] = [
    ['wrong_amount', () => eventOf({ intent: { amount_received: 1 } })],
    ['wrong_amount', () => eventOf({ intent: { amount_received: 240_000 } })],
    ['wrong_currency', () => eventOf({ intent: { currency: 'huf' } })],
    ['wrong_mode', () => eventOf({ livemode: true })],
    ['other_account', () => eventOf({ account: 'acct_other' })],
    ['unknown_order', () => eventOf({ intent: { metadata: {} } })],
    ['unknown_order', () => eventOf({ intent: { metadata: { orderId: 'nothing' } } })],
    ['unknown_order', () => eventOf({ intent: { metadata: { orderId: '00000000-0000-4000-8000-000000000000' } } })],
  ];
  it.each(misfits)('(%s) is answered, written down, and changes nothing', async (reason, make) => {
    const body = make();
    expect((await send(body)).status).toBe(200);
    expect((await send(body)).status).toBe(200);
    expect([await status(), await refusals()]).toEqual(['pending_payment', [reason]]);
  });

  it('pays no other order with this order’s payment', async () => {
    const dear = (await trade.place(buyer, listingId)).order.id;
    await send(eventOf({ intent: { metadata: { orderId: dear } } }));
    expect([(await trade.row(dear)).status, await refusals()]).toEqual(['pending_payment', ['unknown_order']]);
  });

  it('of a kind that is not known is answered and left', async () => {
    expect((await send(eventOf({ type: 'payment_intent.created' }))).status).toBe(200);
    expect((await send(eventOf({ intent: { amount_received: '2400' } }))).status).toBe(400);
    expect(await status()).toBe('pending_payment');
  });
});

it('notes refunds of the provider, and changes no order for them', async () => {
  await send(eventOf());
  const charge = { id: `ch_${orderId}`, object: 'charge', amount_refunded: 2400 };
  const event = JSON.parse(eventOf({ type: 'charge.refunded' })) as object;
  const body = JSON.stringify({ ...event, data: { object: charge } });
  const answers = await Promise.all([send(body), send(body)]);
  expect(answers.map((answer) => answer.status)).toEqual([200, 200]);
  const noted = await bazaar.app.context.db.select().from(auditLog).where(eq(auditLog.subjectId, charge.id));
  expect(noted.map(({ action, detail }) => [action, detail])).toEqual([
    ['payment.refund_noted', { refundedCents: 2400 }],
  ]);
  expect(await status()).toBe('paid');
});
