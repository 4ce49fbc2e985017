import { isNotNull } from 'drizzle-orm';
import { orders, payoutAccounts } from '../src/db/schema.ts';
import type { Context } from '../src/platform/context.ts';
import type { PaymentsStandIn } from '../stand-ins/payments.ts';

const UNPAID = ['pending_payment', 'cancelled'];

/** Tells a stand-in that has just started what the marketplace's orders and accounts have with it. */
export const remindPayments = async ({ db }: Context, payments: PaymentsStandIn): Promise<void> => {
  const [known, accounts] = await Promise.all([
    db.select().from(orders).where(isNotNull(orders.paymentIntentId)),
    db.select().from(payoutAccounts),
  ]);
  payments.adopt({
    intents: known.map((order) => ({
      id: order.paymentIntentId ?? '',
      object: 'payment_intent',
      amount: order.totalCents,
      amount_received: UNPAID.includes(order.status) ? 0 : order.totalCents,
      currency: order.currency,
      status:
        order.status === 'cancelled'
          ? 'canceled'
          : UNPAID.includes(order.status)
            ? 'requires_payment_method'
            : 'succeeded',
      client_secret: `${order.paymentIntentId}_secret_${order.id}`,
      metadata: { orderId: order.id },
      livemode: false,
      created: Math.floor(order.createdAt.getTime() / 1000),
    })),
    accounts: accounts.map((account) => ({
      id: account.providerAccountId,
      object: 'account',
      type: 'custom',
      business_profile: { name: account.holder },
      created: Math.floor(account.updatedAt.getTime() / 1000),
    })),
  });
};
