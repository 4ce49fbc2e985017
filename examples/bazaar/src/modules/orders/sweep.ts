import type { Context } from '../../platform/context.ts';
import { releaseUnpaid } from './cancel.ts';
import { finishRefunds } from './decide-refund.ts';
import { settlePayments } from './settle-payments.ts';

/** What a lost webhook, a failing provider or a buyer who went away left undone. Safe to run at any time and twice at once. */
export const sweepOrders = async (context: Context): Promise<void> => {
  await settlePayments(context);
  await releaseUnpaid(context);
  await finishRefunds(context);
};
