import { z } from 'zod';
import { line, page } from '../../http/validate.ts';
import { payoutStatus } from '../../db/schema.ts';
import { isIban } from './iban.ts';

export const newPayoutAccount = z.strictObject({
  holder: line(100, 2),
  iban: z
    .string()
    .max(42)
    .transform((value) => value.replaceAll(' ', '').toUpperCase())
    .refine(isIban, 'is not an IBAN'),
  /** Asked for again: a session alone may not turn the money elsewhere. */
  password: z.string().min(1).max(200),
});

/** The number itself is never shown again, to nobody. */
export const payoutAccount = z.object({ holder: z.string(), ibanLast4: z.string(), updatedAt: z.date() });

export const balance = z.object({
  amountCents: z.number().int(),
  currency: z.string(),
  /** How many completed orders it is made of. */
  orders: z.number().int(),
});

export const newPayout = z.strictObject({});

export const payout = z.object({
  id: z.uuid(),
  amountCents: z.number().int(),
  currency: z.string(),
  status: z.enum(payoutStatus.enumValues),
  rejectionReason: z.string().nullable(),
  createdAt: z.date(),
  decidedAt: z.date().nullable(),
});

export const payoutWithOrders = payout.extend({ orderIds: z.array(z.uuid()) });

export const payoutPage = page;

export type PayoutAccount = z.infer<typeof payoutAccount>;
export type Balance = z.infer<typeof balance>;
export type Payout = z.infer<typeof payout>;
export type PayoutWithOrders = z.infer<typeof payoutWithOrders>;
