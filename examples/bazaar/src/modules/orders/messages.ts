import { asc, eq } from 'drizzle-orm';
import { messages } from '../../db/schema.ts';
import type { Context } from '../../platform/context.ts';
import { findPartyOrder, type Reader } from './parties.ts';
import type { MessageView } from './schemas.ts';
import type { Order } from './states.ts';
import { transact } from './tell.ts';

const MOST_SHOWN = 500;

/** The messages of an order, oldest first, for its two parties only. */
export const listMessages = async (context: Context, reader: Reader, orderId: string): Promise<MessageView[]> => {
  const { order } = await findPartyOrder(context.db, reader, orderId);
  const rows = await context.db
    .select()
    .from(messages)
    .where(eq(messages.orderId, order.id))
    .orderBy(asc(messages.createdAt))
    .limit(MOST_SHOWN);
  return rows.map((row) => messageView(row, order));
};

export const sendMessage = (context: Context, sender: Reader, orderId: string, body: string): Promise<MessageView> =>
  transact(context, async (tx, tell) => {
    const { order, party } = await findPartyOrder(tx, sender, orderId);
    const [message] = await tx.insert(messages).values({ orderId, senderId: sender.id, body }).returning();
    if (message === undefined) throw new Error('the message was not written');
    const title = 'You have a new message about an order';
    await tell(order, 'message', party === 'buyer' ? { seller: title } : { buyer: title });
    return messageView(message, order);
  });

const messageView = (
  { id, senderId, body, createdAt }: typeof messages.$inferSelect,
  { buyerId }: Order,
): MessageView => ({
  id,
  from: senderId === buyerId ? 'buyer' : 'seller',
  body,
  createdAt,
});
