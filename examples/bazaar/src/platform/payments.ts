import { Stripe } from 'stripe';
import type { Config } from './config.ts';

/** The parts of the payments provider that the marketplace uses. Amounts are in cents. */
export interface Payments {
  createIntent(order: {
    id: string;
    totalCents: number;
    currency: string;
  }): Promise<{ id: string; clientSecret: string }>;
  /** What the provider says of an intent, for orders whose webhook never came. */
  readIntent(id: string): Promise<{ status: string; amountReceived: number; currency: string }>;
  cancelIntent(id: string): Promise<void>;
  refund(intentId: string, amountCents: number, key: string): Promise<{ id: string }>;
  createAccount(holder: { name: string; iban: string; key: string }): Promise<{ id: string }>;
  payOut(accountId: string, amountCents: number, currency: string, key: string): Promise<{ id: string }>;
  /** Checks the signature over the raw body. Throws when it does not hold or is older than five minutes. */
  readEvent(rawBody: Buffer, signature: string): Stripe.Event;
}

const address = (base: string | undefined): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> => {
  if (base === undefined) return {};
  const { hostname, port, protocol } = new URL(base);
  return { host: hostname, port: Number(port), protocol: protocol === 'https:' ? 'https' : 'http' };
};

export const createPayments = (config: Config): Payments => {
  const stripe = new Stripe(config.STRIPE_SECRET_KEY, {
    ...address(config.STRIPE_API_BASE),
    maxNetworkRetries: 2,
    timeout: 10_000,
    telemetry: false,
  });
  return {
    async createIntent(order) {
      const intent = await stripe.paymentIntents.create(
        { amount: order.totalCents, currency: order.currency, metadata: { orderId: order.id } },
        { idempotencyKey: `order-${order.id}` },
      );
      return { id: intent.id, clientSecret: intent.client_secret ?? '' };
    },
    async readIntent(id) {
      const intent = await stripe.paymentIntents.retrieve(id);
      return { status: intent.status, amountReceived: intent.amount_received, currency: intent.currency };
    },
    async cancelIntent(id) {
      await stripe.paymentIntents.cancel(id);
    },
    async refund(intentId, amountCents, key) {
      const refund = await stripe.refunds.create(
        { payment_intent: intentId, amount: amountCents },
        { idempotencyKey: key },
      );
      return { id: refund.id };
    },
    async createAccount({ name, iban, key }) {
      const account = await stripe.accounts.create(
        {
          type: 'custom',
          business_profile: { name },
          external_account: {
            object: 'bank_account',
            country: iban.slice(0, 2),
            currency: 'eur',
            account_number: iban,
          },
        },
        { idempotencyKey: key },
      );
      return { id: account.id };
    },
    async payOut(accountId, amountCents, currency, key) {
      const transfer = await stripe.transfers.create(
        { amount: amountCents, currency, destination: accountId },
        { idempotencyKey: key },
      );
      return { id: transfer.id };
    },
    readEvent: (rawBody, signature) => stripe.webhooks.constructEvent(rawBody, signature, config.STRIPE_WEBHOOK_SECRET),
  };
};
