import type { Transaction } from '../../db/client.ts';
import { webhookEvents } from '../../db/schema.ts';

/**
 * Whether this event is seen for the first time. Stored in the transaction of its effect: a failure takes both back,
 * so that the sender's next try counts, and two deliveries at once make one effect.
 */
export const isFirstDelivery = async (
  tx: Transaction,
  event: { provider: 'payments' | 'shipping' | 'mail'; eventId: string; type: string },
): Promise<boolean> => {
  const stored = await tx
    .insert(webhookEvents)
    .values(event)
    .onConflictDoNothing()
    .returning({ id: webhookEvents.eventId });
  return stored.length === 1;
};
