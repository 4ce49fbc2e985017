import { randomBytes } from 'node:crypto';

export interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_received: number;
  currency: string;
  status: 'requires_payment_method' | 'succeeded' | 'canceled';
  client_secret: string;
  metadata: Record<string, string>;
  livemode: boolean;
  created: number;
}

export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  currency: string;
  payment_intent: string;
  status: 'succeeded';
  created: number;
}

/** What `charge.refunded` tells of. */
export interface Charge {
  id: string;
  object: 'charge';
  payment_intent: string;
  amount: number;
  amount_refunded: number;
  currency: string;
  refunded: boolean;
  livemode: boolean;
}

export interface Account {
  id: string;
  object: 'account';
  type: string;
  business_profile: { name: string };
  created: number;
}

export interface Transfer {
  id: string;
  object: 'transfer';
  amount: number;
  currency: string;
  destination: string;
  created: number;
}

/** Everything the stand-in knows; it forgets when it stops. */
export interface Books {
  intents: Map<string, Intent>;
  refunds: Refund[];
  accounts: Map<string, Account>;
  transfers: Transfer[];
}

export const emptyBooks = (): Books => ({ intents: new Map(), refunds: [], accounts: new Map(), transfers: [] });

/** An id as Stripe makes them: `pi_` and letters that nobody can guess. */
export const newId = (prefix: string): string => `${prefix}_${randomBytes(12).toString('hex')}`;
export const now = (): number => Math.floor(Date.now() / 1000);

export const chargeOf = ({ intents, refunds }: Books, intentId: string): Charge | undefined => {
  const intent = intents.get(intentId);
  if (intent === undefined) return undefined;
  const sum = refunds
    .filter((refund) => refund.payment_intent === intentId)
    .reduce((total, { amount }) => total + amount, 0);
  return {
    id: intentId.replace(/^pi/, 'ch'),
    object: 'charge',
    payment_intent: intentId,
    amount: intent.amount_received,
    amount_refunded: sum,
    currency: intent.currency,
    refunded: sum === intent.amount_received,
    livemode: intent.livemode,
  };
};
