import { randomUUID } from 'node:crypto';
import { listings, orderItems, orders } from '../../src/db/schema.ts';
import type { OrderStatus } from '../../src/db/types.ts';
import type { Person, TestBazaar } from './bazaar.ts';

/** A listing of that seller, written straight into the database. */
export const makeListing = async (
  { app }: TestBazaar,
  seller: Person,
  values: Partial<typeof listings.$inferInsert> = {},
): Promise<string> => {
  const [row] = await app.context.db
    .insert(listings)
    .values({
      shopId: seller.shopId ?? '',
      title: 'A blue bowl',
      description: 'A bowl, thrown by hand.',
      priceCents: 3000,
      stock: 10,
      status: 'published',
      publishedAt: new Date(),
      ...values,
    })
    .returning({ id: listings.id });
  if (row === undefined) throw new Error('no listing');
  return row.id;
};

/** An order of one listing in that state, as if everything before had happened. */
export const makeOrder = async (
  { app }: TestBazaar,
  {
    buyer,
    seller,
    listingId,
    status = 'completed',
    cents = 3000,
  }: {
    buyer: Person;
    seller: Person;
    listingId: string;
    status?: OrderStatus;
    cents?: number;
  },
): Promise<string> => {
  const [row] = await app.context.db
    .insert(orders)
    .values({
      buyerId: buyer.id,
      shopId: seller.shopId ?? '',
      status,
      subtotalCents: cents,
      totalCents: cents,
      currency: 'eur',
      shippingAddress: 'Secret Street 1',
      idempotencyKey: randomUUID(),
    })
    .returning({ id: orders.id });
  if (row === undefined) throw new Error('no order');
  await app.context.db
    .insert(orderItems)
    .values({ orderId: row.id, listingId, title: 'A blue bowl', unitCents: cents, quantity: 1 });
  return row.id;
};
