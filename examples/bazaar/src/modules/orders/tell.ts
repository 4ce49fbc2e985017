import type { Transaction } from '../../db/client.ts';
import type { Context } from '../../platform/context.ts';
import { announce, notify, type Notice } from '../notifications/notify.ts';
import { noticesFor } from './parties.ts';
import type { Order } from './states.ts';

type Tell = (
  order: Pick<Order, 'id' | 'buyerId' | 'shopId'>,
  kind: string,
  titles: { buyer?: string; seller?: string },
) => Promise<void>;

/** A transaction whose notices are written with it, and announced once it has been committed. */
export const transact = async <T>(context: Context, body: (tx: Transaction, tell: Tell) => Promise<T>): Promise<T> => {
  const told: Notice[] = [];
  const result = await context.db.transaction((tx) =>
    body(tx, async (order, kind, titles) => {
      for (const notice of await noticesFor(tx, order, titles, kind)) {
        await notify(context, tx, notice);
        told.push(notice);
      }
    }),
  );
  if (told.length > 0) announce(context, ...told);
  return result;
};
