import { randomBytes, randomUUID } from 'node:crypto';
import type { Transaction } from './client.ts';
import { messages, orderItems, orders, payoutOrders, payouts } from './schema.ts';
import { LISTINGS, PEOPLE, type ListingKey, type PersonKey, type SellerKey } from './seed-data.ts';
import { ORDERS, type OrderKey, type SeedOrder } from './seed-trade.ts';
import type { OrderStatus } from './types.ts';

const DAY = 24 * 3600_000;
export const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY);

interface Seeded {
  people: Readonly<Record<PersonKey, string>>;
  shopIds: Readonly<Record<SellerKey, string>>;
  listingIds: Readonly<Record<ListingKey, string>>;
}

const STEPS: readonly OrderStatus[] = ['paid', 'shipped', 'delivered', 'completed'];

/** Orders in several states, what was said about them, and one payout that waits for an admin. */
export const seedOrders = async (tx: Transaction, seeded: Seeded): Promise<Record<OrderKey, string>> => {
  const made = (Object.keys(ORDERS) as OrderKey[]).map((key) => ({
    key,
    order: ORDERS[key],
    ...rowsOf(ORDERS[key], seeded),
  }));
  await tx.insert(orders).values(made.map(({ row }) => row));
  await tx.insert(orderItems).values(made.flatMap(({ items }) => items));
  await tx.insert(messages).values(made.flatMap(({ said }) => said));
  for (const { order, row, seller } of made) {
    if (order.payout !== true) continue;
    const [payout] = await tx
      .insert(payouts)
      .values({ shopId: row.shopId, amountCents: row.totalCents, currency: row.currency, requestedBy: seller })
      .returning({ id: payouts.id });
    if (payout !== undefined) await tx.insert(payoutOrders).values({ orderId: row.id, payoutId: payout.id });
  }
  return Object.fromEntries(made.map(({ key, row }) => [key, row.id])) as Record<OrderKey, string>;
};

const rowsOf = (order: SeedOrder, { people, shopIds, listingIds }: Seeded) => {
  const { buyer, status, days, buyerNote = '' } = order;
  const first = order.items[0]?.[0] ?? 'bowl';
  const { seller } = LISTINGS[first];
  const id = randomUUID();
  const items = order.items.map(([key, quantity]) => ({
    orderId: id,
    listingId: listingIds[key],
    title: LISTINGS[key].title,
    unitCents: LISTINGS[key].priceCents,
    quantity,
    bookedFor: 'kind' in LISTINGS[key] ? nextEvening() : null,
  }));
  const totalCents = items.reduce((sum, { unitCents, quantity }) => sum + unitCents * quantity, 0);
  const reached = STEPS.indexOf(status);
  const at = (step: number): Date | null => (reached < step ? null : daysAgo(Math.max(days - step * 3, days / 2)));
  const row = {
    id,
    buyerId: people[buyer],
    shopId: shopIds[seller],
    status,
    subtotalCents: totalCents,
    totalCents,
    currency: 'eur',
    shippingAddress: `${PEOPLE[buyer].name}\n${PEOPLE[buyer].address}`,
    buyerNote,
    trackingCode: reached >= 1 ? `BZ${randomBytes(5).toString('hex').toUpperCase()}` : null,
    paymentIntentId: reached >= 0 ? `pi_${randomBytes(12).toString('hex')}` : null,
    idempotencyKey: randomUUID(),
    createdAt: daysAgo(days),
    paidAt: at(0),
    shippedAt: at(1),
    deliveredAt: at(2),
    completedAt: at(3),
  };
  const parties = [people[buyer], people[seller]] as const;
  const said = order.messages.map((body, index) => ({
    orderId: id,
    senderId: parties[index % 2] ?? parties[0],
    body,
    createdAt: new Date(row.createdAt.getTime() + (index + 1) * 3_600_000),
  }));
  return { row, items, said, seller: people[seller] };
};

const nextEvening = (): Date => {
  const evening = daysAgo(-10);
  evening.setUTCHours(17, 0, 0, 0);
  return evening;
};
